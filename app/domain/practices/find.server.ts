import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
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
import { type Principle, PRINCIPLES } from '../principles/principles.ts'
import { readTagged, tagsJson } from '../tags/tags.server.ts'
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
  const { mine, steward, bookmarked, followed, reads_for_members, ...rest } = row
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
    contributors: readContributors(row.contributors),
    co_authors: readCoAuthors(row.co_authors),
    principles: inCharterOrder(JSON.parse(row.principles) as Principle[]),
    tags: readTagged(row.tags),
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
    .select([contributorsJson().as('contributors'), coAuthorsJson().as('co_authors')])
    .select([filedJson().as('principles'), tagsJson().as('tags')])
    .$call(onlyReadable(viewer))
}

function partFor(viewer: Viewer, part: Exclude<MemberPart, 'obstacles'>) {
  return sql<
    string | null
  >`case when ${readablePart(viewer, part)} then ${sql.ref(`practice.${part}`)} end`
}

type CoAuthor = { id: string; name: string; handle: string }

// Who wrote it with the author.
function coAuthorsJson() {
  return sql<string>`(select json_group_array(json_object('id', writer.id, 'name', writer.name,
      'handle', writer.handle, 'since', co_author.created_at))
    from co_author join user as writer on writer.id = co_author.user_id
    where co_author.item_id = item.id)`
}

// In the order in which they were named.
function readCoAuthors(json: string): CoAuthor[] {
  return (JSON.parse(json) as (CoAuthor & { since: string })[])
    .sort((a, b) => (`${a.since} ${a.id}` < `${b.since} ${b.id}` ? -1 : 1))
    .map(({ since: _, ...writer }) => writer)
}

function filedJson() {
  return sql<string>`(select json_group_array(principle) from item_principle
    where item_principle.item_id = item.id)`
}

function inCharterOrder(principles: Principle[]) {
  return PRINCIPLES.filter((one) => principles.includes(one))
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

/** The number of the latest revision: an edit names the one it began from. */
export async function lastRevision(db: Db, id: ReadableId) {
  const row = await db
    .selectFrom('revision')
    .where('item_id', '=', id)
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst()
  return row?.number ?? 0
}
