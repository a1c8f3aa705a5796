import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang, Row } from '#db/schema.ts'
import {
  adoptionsJson,
  adviceJson,
  readAdoptions,
  readAdvice,
} from '../adoptions/adoptions.server.ts'
import { attestedJson, readAttested } from '../attestations/attestations.server.ts'
import { confirmationsJson, readConfirmations } from '../confirmations/confirmations.server.ts'
import { MEMBER_PARTS, type MemberPart } from '../items/items.limits.ts'
import { withOwnMarks } from '../items/marked.server.ts'
import {
  authored,
  onlyReadable,
  readablePart,
  type ReadableId,
  readsForMembers,
  stewarded,
} from '../items/visibility.server.ts'
import type { Viewer } from '../users/viewer.ts'
import { contributorsJson, readContributors } from './contributors.server.ts'
import { PRACTICE_SECTIONS, type PracticeSection } from './practices.limits.ts'
import { readWishes, wishesJson } from './wishes.server.ts'

/**
 * A practice or a tool without its long texts, and how the viewer stands to it. Gives undefined
 * alike when it is absent, of another kind, or not for this viewer.
 */
export async function findPractice(db: Db, viewer: Viewer, id: string) {
  const row = await practiceQuery(db, viewer).where('item.id', '=', id).executeTakeFirst()
  return row && toPractice(row)
}

export type FoundPractice = NonNullable<Awaited<ReturnType<typeof findPractice>>>

/** The same with who took it up, what they would tell others, whether it still runs, and what is asked for. */
export async function findWithAdoptions(db: Db, viewer: Viewer, id: string) {
  const row = await practiceQuery(db, viewer)
    .where('item.id', '=', id)
    .select([adoptionsJson(viewer).as('adoptions'), adviceJson(viewer).as('advice')])
    .select([confirmationsJson().as('confirmations'), wishesJson().as('wishes')])
    .executeTakeFirst()
  if (!row) return undefined
  const { adoptions, advice, confirmations, wishes, ...practice } = row
  return {
    ...toPractice(practice),
    adoptions: readAdoptions(adoptions),
    advice: readAdvice(advice),
    confirmations: readConfirmations(confirmations),
    wishes: readWishes(wishes),
  }
}

type PracticeRow = NonNullable<
  Awaited<ReturnType<ReturnType<typeof practiceQuery>['executeTakeFirst']>>
>

function toPractice(row: PracticeRow) {
  const { mine, steward, bookmarked, followed, contributors, reads_for_members, ...rest } = row
  const insider = Boolean(reads_for_members)
  return {
    ...rest,
    kind: row.kind as 'practice' | 'tool',
    insider,
    shut: insider ? [] : MEMBER_PARTS.filter((part) => row[`${part}_readers`] === 'network'),
    mine: Boolean(mine),
    steward: Boolean(steward),
    bookmarked: Boolean(bookmarked),
    followed: Boolean(followed),
    contributors: readContributors(contributors),
    attested: readAttested(row.attested),
  }
}

// All columns of a practice that have no readers of their own.
const OPEN_COLUMNS = [
  'practice.collectivity_code',
  'practice.place',
  'practice.country',
  'practice.stage',
  'practice.year',
  'practice.started_on',
  'practice.ended_on',
  'practice.duration',
  'practice.deliberation',
  'practice.website_url',
  'practice.publisher',
  'practice.licence',
  'practice.source_url',
  'practice.source_lang',
  'practice.import_id',
] as const
const READERS_COLUMNS = [
  'practice.obstacles_readers',
  'practice.cost_readers',
  'practice.contact_readers',
] as const

function practiceQuery(db: Db, viewer: Viewer) {
  return db
    .selectFrom('item')
    .innerJoin('practice', 'practice.item_id', 'item.id')
    .leftJoin('user as author', 'author.id', 'item.author_id')
    .leftJoin('seat', 'seat.id', 'item.seat_id')
    .leftJoin('collectivity', 'collectivity.code', 'practice.collectivity_code')
    .leftJoin('collectivity as region', 'region.code', 'collectivity.region_code')
    .leftJoin('space', 'space.id', 'item.space_id')
    .where('item.kind', 'in', ['practice', 'tool'])
    .select(['practice.item_id', ...OPEN_COLUMNS, ...READERS_COLUMNS])
    .select([partFor(viewer, 'cost').as('cost'), partFor(viewer, 'contact').as('contact')])
    .select(readsForMembers(viewer).as('reads_for_members'))
    .select(['item.id', 'item.kind', 'item.lang', 'item.state', 'item.space_id', 'item.author_id'])
    .select(['item.created_at', 'item.published_at', 'item.edited_at', 'item.hidden_at'])
    .select(['author.name as author_name', 'author.handle as author_handle', 'seat.function'])
    .select(['collectivity.name_ar', 'collectivity.name_fr'])
    .select(['region.code as region_code', 'region.name_ar as region_ar'])
    .select(['region.name_fr as region_fr', 'space.name as space_name', 'space.slug as space_slug'])
    .select('space.archived_at as space_archived_at')
    .select(['space.visibility', authored(viewer).as('mine'), stewarded(viewer).as('steward')])
    .select(['item.hidden_reason', originId().as('origin_id'), attestedJson().as('attested')])
    .$call((query) => withOwnMarks(query, viewer))
    .select(contributorsJson().as('contributors'))
    .$call(onlyReadable(viewer))
}

function partFor(viewer: Viewer, part: Exclude<MemberPart, 'obstacles'>) {
  return sql<
    string | null
  >`case when ${readablePart(viewer, part)} then ${sql.ref(`practice.${part}`)} end`
}

// The thread that it was made from: whoever shows it asks whether the viewer may read it.
function originId() {
  return sql<string | null>`(select origin.thread_id from practice_thread as origin
    where origin.practice_id = item.id and origin.tie = 'origin')`
}

export type ShownSection = { name: PracticeSection; lang: Lang; source: string; html: string }

/**
 * The sections that the reader of a found practice may read, in reading order, in one language; what
 * was not translated comes in the original's.
 */
export async function listSections(db: Db, { id, lang, shut }: FoundPractice, shown: Lang) {
  const rows = await db
    .selectFrom('section')
    .where('item_id', '=', id)
    .where('lang', 'in', [shown, lang])
    .where(sql<boolean>`not (name = 'obstacles' and ${Number(shut.includes('obstacles'))})`)
    .select(['name', 'lang', 'source', 'html'])
    .execute()
  return PRACTICE_SECTIONS.flatMap((name) => {
    const both = rows.filter((row) => row.name === name)
    const row = both.find((one) => one.lang === shown) ?? both[0]
    return row ? [row as ShownSection] : []
  })
}

/** What an item is filed under: its principles in the charter's order. */
export async function listPrinciples(db: Db, id: ReadableId) {
  const rows = await db
    .selectFrom('item_principle')
    .innerJoin('principle', 'principle.slug', 'item_principle.principle')
    .where('item_id', '=', id)
    .orderBy('position')
    .select('slug')
    .execute()
  return rows.map(({ slug }) => slug)
}

/** Who wrote it with the author. */
export async function listCoAuthors(db: Db, id: ReadableId) {
  return db
    .selectFrom('co_author')
    .innerJoin('user', 'user.id', 'co_author.user_id')
    .where('co_author.item_id', '=', id)
    .orderBy('co_author.created_at')
    .orderBy('user.id')
    .select(['user.id', 'user.name', 'user.handle'])
    .execute()
}

/** The number of the latest revision: an edit names the one it began from. */
export async function lastRevision(db: Db, id: ReadableId) {
  const row = await db
    .selectFrom('revision')
    .where('item_id', '=', id)
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst()
  return row?.number ?? 0
}

/** A practice's columns, without those of the item around it. */
export type PracticeColumns = Omit<Row<'practice'>, 'item_id'>
