import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { findCollectivity } from '../collectivities/collectivities.server.ts'
import { listTags, nameTags } from '../tags/tags.server.ts'
import { renderMarkdown } from '../text/markdown.server.ts'
import type { Viewer } from '../users/viewer.ts'
import { listChoosableChallenges } from './challenge-choice.server.ts'
import { named } from './contributors.ts'
import { type FoundPractice, listSections } from './find.server.ts'
import { forMembers, isInPublic } from './parts.ts'
import { PRACTICE_SECTIONS } from './practices.limits.ts'
import { listLinked } from './threads.server.ts'
import { type Translation, type TranslationCredit, translationState } from './translations.ts'
import type { PracticeInput } from './practices.schema.server.ts'
import { chooseVersion, listVersions, type Version } from './versions.server.ts'
import type { PracticeView } from './view.ts'

type Reading = { viewer: Viewer; lang: Lang; asked?: string | null }

/** A practice that was found, with its texts in the version that suits the reader. */
export async function viewPractice(
  db: Db,
  item: FoundPractice,
  { viewer, lang, asked }: Reading,
): Promise<PracticeView & { titles: Version[] }> {
  const versions = await listVersions(db, item)
  const shown = chooseVersion(versions, lang, asked)
  const sections = await listSections(db, item, shown.lang)
  const { events, challenges, questions, origin } = await listLinked(db, viewer, lang, item)
  const { author_name: name, author_handle: handle } = item
  const author = name && handle ? [{ name, handle }] : []
  return {
    ...factsOf(item),
    ...shown,
    translation: shown.translation && creditOf(shown.translation),
    original: item.lang,
    versions: versions.map((version) => version.lang),
    titles: versions,
    sections: sections.map(({ name, lang, html }) => ({ name, lang, html })),
    principles: item.principles,
    tags: nameTags(item.tags, lang),
    challenges: challenges.map(({ id, title, lang }) => ({ id, title, lang })),
    events,
    questions,
    origin,
    credits: named(item.contributors, origin !== null).map(({ name, handle }) => ({
      name,
      handle,
    })),
    people: [...author, ...item.co_authors].map(({ name, handle }) => ({
      name,
      handle,
    })),
  }
}

/** Where a version stands and whom it names, as its page shows it. */
export function creditOf({ translator, changed, ...rest }: Translation): TranslationCredit {
  const { name, handle } = translator ?? {}
  const named = name && handle ? { name, handle } : null
  return { ...rest, translator: named, state: translationState({ ...rest, changed }) }
}

function factsOf(item: FoundPractice) {
  const { collectivity_code: code, name_ar, name_fr, region_code, region_ar, region_fr } = item
  return {
    kind: item.kind,
    collectivity: code && name_ar && name_fr ? { code, name_ar, name_fr } : null,
    region: placeOf(region_code, region_ar, region_fr),
    country: item.country,
    place: item.place,
    stage: item.stage,
    year: item.year,
    started_on: item.started_on,
    ended_on: item.ended_on,
    cost: item.cost,
    contact: item.contact,
    for_members: item.insider && isInPublic(item) ? forMembers(item) : [],
    duration: item.duration,
    deliberation: item.deliberation,
    website_url: item.website_url,
    publisher: item.publisher,
    licence: item.licence,
    source_url: item.source_url,
    source_lang: item.source_lang,
    imported: item.import_id !== null,
    attested: item.attested,
    published_at: item.published_at,
    edited_at: item.edited_at,
  }
}

type Typed = {
  input: PracticeInput
  tagIds: string[]
  kind: 'practice' | 'tool'
  /** It stands where everybody reads it. */
  inPublic: boolean
}

/** What was typed, as the page would show it; nothing is written. */
export async function viewTyped(
  db: Db,
  { viewer, lang }: Reading,
  { input, tagIds, kind, inPublic }: Typed,
): Promise<PracticeView> {
  const place = input.collectivity ? await findCollectivity(db, input.collectivity) : undefined
  const chosen = input.challenges
  const challenges = await listChoosableChallenges(db, viewer, lang, { chosen })
  const region = place && placeOf(place.region_code, place.region_ar, place.region_fr)
  const text = (value: string) => value || null
  return {
    kind,
    lang: input.lang,
    original: input.lang,
    versions: [input.lang],
    translation: null,
    title: input.title,
    summary: text(input.summary),
    sections: PRACTICE_SECTIONS.filter((name) => input[name]).map((name) => ({
      name,
      lang: input.lang,
      html: renderMarkdown(input[name], input.lang),
    })),
    collectivity: place
      ? { code: place.code, name_ar: place.name_ar, name_fr: place.name_fr }
      : null,
    region: region ?? null,
    country: input.country || 'MA',
    place: text(input.place),
    stage: input.stage || null,
    year: input.year ? Number(input.year) : null,
    started_on: text(input.started_on),
    ended_on: text(input.ended_on),
    cost: text(input.cost),
    contact: text(input.contact),
    for_members: inPublic ? forMembers(input) : [],
    duration: text(input.duration),
    deliberation: text(input.deliberation),
    website_url: text(input.website_url),
    publisher: text(input.publisher),
    licence: input.licence,
    source_url: text(input.source_url),
    source_lang: null,
    imported: false,
    attested: null,
    published_at: null,
    edited_at: null,
    principles: input.principles,
    tags: (await listTags(db, lang)).filter(({ id }) => tagIds.includes(id)),
    challenges: challenges.filter(({ id }) => chosen.includes(id)),
    events: [],
    questions: [],
    origin: null,
    credits: [],
    people: viewer ? [{ name: viewer.name, handle: viewer.handle }] : [],
  }
}

function placeOf(code: string | null, name_ar: string | null, name_fr: string | null) {
  return code && name_ar && name_fr ? { code, name_ar, name_fr } : null
}
