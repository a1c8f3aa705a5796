import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import type { Snapshot } from '../items/revisions.server.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import { findCollectivity } from '../collectivities/collectivities.server.ts'
import { placeName } from '../collectivities/names.ts'
import { listTags } from '../tags/tags.server.ts'
import type { Viewer } from '../users/viewer.ts'
import { MEMBER_PARTS, type MemberPart } from '../items/items.limits.ts'
import { compareTexts, type Piece } from './compare.ts'
import { PRACTICE_SECTIONS } from './practices.limits.ts'

/** One field that differs; `lang` for texts, `coded` for values that the interface has words for. */
export type Difference = { field: string; lang: Lang | null; pieces: Piece[] } & (
  | { coded?: undefined }
  | {
      coded: 'stages' | 'principles' | 'ui.states' | 'ui.audience'
      before: string[]
      after: string[]
    }
)

const FACTS = ['place', 'country', 'year', 'started_on', 'ended_on', 'cost', 'duration'] as const
const MORE_FACTS = [
  'contact',
  'deliberation',
  'website_url',
  'publisher',
  'licence',
  'source_url',
] as const

const CODED = [
  { field: 'state', coded: 'ui.states', of: (one: Snapshot) => [one.state] },
  { field: 'principles', coded: 'principles', of: (one: Snapshot) => one.principles },
  {
    field: 'stage',
    coded: 'stages',
    of: (one: Snapshot) => [one.practice?.stage ?? ''].filter(Boolean),
  },
  ...MEMBER_PARTS.map((part) => readersOf(`${part}_readers`)),
] as const

// What was saved before there was a choice was for everybody.
function readersOf(field: `${MemberPart}_readers`) {
  const of = (one: Snapshot) => [one.practice?.[field] ?? 'public']
  return { field, coded: 'ui.audience' as const, of }
}

type Reader = { viewer: Viewer; lang: Lang }

/**
 * What differs between two snapshots, field by field. Challenges that the reader may not see are
 * left out on both sides.
 */
export async function differences(db: Db, reader: Reader, before: Snapshot, after: Snapshot) {
  const names = [await named(db, reader, before), await named(db, reader, after)] as const
  return [
    ...textDifferences(before, after),
    ...codedDifferences(before, after),
    ...factDifferences(before, after),
    ...(['collectivity', 'challenges', 'tags'] as const).flatMap((field) =>
      differing(field, null, names[0][field], names[1][field]),
    ),
  ]
}

function textDifferences(before: Snapshot, after: Snapshot) {
  const langs = [...new Set([...after.texts, ...before.texts].map(({ lang }) => lang as Lang))]
  return langs.flatMap((lang) => [
    ...(['title', 'summary'] as const).flatMap((field) =>
      differing(field, lang, textIn(before, lang, field), textIn(after, lang, field)),
    ),
    ...PRACTICE_SECTIONS.flatMap((name) =>
      differing(name, lang, sectionIn(before, lang, name), sectionIn(after, lang, name)),
    ),
  ])
}

function codedDifferences(before: Snapshot, after: Snapshot): Difference[] {
  return CODED.map(({ field, coded, of }) => ({
    field,
    coded,
    before: of(before),
    after: of(after),
  }))
    .filter(({ before: old, after: now }) => old.join() !== now.join())
    .map((one) => ({ ...one, lang: null, pieces: [] }))
}

function factDifferences(before: Snapshot, after: Snapshot) {
  return [...FACTS, ...MORE_FACTS].flatMap((field) =>
    differing(
      field,
      null,
      String(before.practice?.[field] ?? ''),
      String(after.practice?.[field] ?? ''),
    ),
  )
}

function differing(field: string, lang: Lang | null, old: string, now: string): Difference[] {
  return old === now ? [] : [{ field, lang, pieces: compareTexts(old, now) }]
}

function textIn({ texts }: Snapshot, lang: Lang, field: 'title' | 'summary') {
  return texts.find((text) => text.lang === lang)?.[field] ?? ''
}

function sectionIn({ sections }: Snapshot, lang: Lang, name: string) {
  return sections.find((one) => one.lang === lang && one.name === name)?.source ?? ''
}

async function named(db: Db, { viewer, lang }: Reader, snapshot: Snapshot) {
  const code = snapshot.practice?.collectivity_code
  const place = code ? await findCollectivity(db, code) : undefined
  const tags = (await listTags(db, lang)).filter(({ id }) => snapshot.tags.includes(id))
  const challenges = await listCards(
    cardQuery(db, viewer, lang)
      .where('item.id', 'in', ['', ...snapshot.challenges])
      .orderBy('item.id'),
  )
  return {
    collectivity: place ? placeName(lang, place) : '',
    tags: tags.map(({ label }) => label).join('\n'),
    challenges: challenges.map(({ title }) => title).join('\n'),
  }
}
