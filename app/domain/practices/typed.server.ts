import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { findCollectivity, searchCollectivities } from '../collectivities/collectivities.server.ts'
import type { Snapshot } from '../items/revisions.server.ts'
import { readable } from '../items/visibility.server.ts'
import { tagsByName } from '../tags/tags.server.ts'
import type { Viewer } from '../users/viewer.ts'
import { columnsOf } from './columns.ts'
import { type FoundPractice, listSections } from './find.server.ts'
import { PRACTICE_SECTIONS } from './practices.limits.ts'
import type { PracticeInput } from './practices.schema.server.ts'
import type { FieldTexts } from './translations.ts'
import { listVersions } from './versions.server.ts'

type Checked =
  | { ok: true; input: PracticeInput; tagIds: string[] }
  | { ok: false; errors: Record<string, string> }

/**
 * Finds what the typed names mean: the collectivity and the tags. Gives the completed input, or
 * errors by field for names that nothing, or more than one thing, has.
 */
export async function resolveNames(db: Db, input: PracticeInput): Promise<Checked> {
  const errors: Record<string, string> = {}
  const collectivity = await collectivityOf(db, input)
  if (collectivity === undefined) errors.collectivity = 'practices.errors.collectivity'
  const { ids, unknown } = await tagsByName(db, input.tags.filter(Boolean))
  if (unknown.length) errors.tags = 'practices.errors.tags'
  if (Object.keys(errors).length) return { ok: false, errors }
  return { ok: true, input: { ...input, collectivity: collectivity ?? '' }, tagIds: ids }
}

// A name typed without choosing from what was found counts when only one place has it.
async function collectivityOf(db: Db, { collectivity, find_collectivity }: PracticeInput) {
  if (collectivity) return (await findCollectivity(db, collectivity))?.code
  if (!find_collectivity) return ''
  const found = await searchCollectivities(db, find_collectivity, 2)
  return found.length === 1 ? found[0]!.code : undefined
}

/** What a form shows of a stored practice, in one of its languages. */
export async function storedValues(db: Db, viewer: Viewer, item: FoundPractice, lang: Lang) {
  const text = (await listVersions(db, item)).find((version) => version.lang === lang)
  const sections = (await listSections(db, item, lang)).filter((one) => one.lang === lang)
  // A link to a challenge that is not for this viewer tells of nothing: `challengesAfter` keeps it.
  const challenges = await db
    .selectFrom('challenge_link')
    .innerJoin('item', 'item.id', 'challenge_link.challenge_id')
    .where('challenge_link.item_id', '=', item.id)
    .where(readable(viewer))
    .select('challenge_id')
    .execute()
  return {
    lang,
    title: text?.title ?? '',
    summary: text?.summary ?? '',
    ...Object.fromEntries(sections.map(({ name, source }) => [name, source])),
    collectivity: item.collectivity_code ?? '',
    place: item.place ?? '',
    country: item.country,
    stage: item.stage ?? '',
    year: item.year === null ? '' : String(item.year),
    started_on: item.started_on ?? '',
    ended_on: item.ended_on ?? '',
    cost: item.cost ?? '',
    contact: item.contact ?? '',
    obstacles_readers: item.obstacles_readers,
    cost_readers: item.cost_readers,
    contact_readers: item.contact_readers,
    duration: item.duration ?? '',
    deliberation: item.deliberation ?? '',
    website_url: item.website_url ?? '',
    publisher: item.publisher ?? '',
    licence: item.licence,
    source_url: item.source_url ?? '',
    principles: item.principles,
    challenges: challenges.map(({ challenge_id }) => challenge_id),
  }
}

/** What was typed over a snapshot, as if it had been saved. */
export function snapshotOfTyped(
  { input, tagIds }: { input: PracticeInput; tagIds: string[] },
  stored: Snapshot,
): Snapshot {
  return {
    ...snapshotOfTexts(stored, input.lang, input),
    practice: stored.practice && { ...stored.practice, ...columnsOf(input) },
    principles: [...input.principles].sort(),
    tags: [...tagIds].sort(),
    challenges: [...input.challenges].sort(),
  }
}

/** The same with the texts of one language alone. */
export function snapshotOfTexts(stored: Snapshot, lang: Lang, typed: FieldTexts): Snapshot {
  const { title, summary } = typed
  const sections = PRACTICE_SECTIONS.filter((name) => typed[name]).map((name) => ({
    lang,
    name,
    source: typed[name],
  }))
  return {
    ...stored,
    texts: [...stored.texts.filter((text) => text.lang !== lang), { lang, title, summary }],
    sections: [...stored.sections.filter((section) => section.lang !== lang), ...sections],
  }
}
