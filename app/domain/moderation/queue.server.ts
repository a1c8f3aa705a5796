import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { authorJson, readAuthor } from '../items/authors.server.ts'
import { bestLang } from '../items/cards.server.ts'
import { readable, stewarded } from '../items/visibility.server.ts'
import { listWaitingSeats } from '../seats/seats.server.ts'
import { isFacilitator, type SignedIn } from '../users/viewer.ts'
import { QUEUE_KINDS, QUEUE_SIZE, type QueueKind } from './moderation.limits.ts'
import type { ItemEntry, QueueEntry, SeatEntry } from './queue.ts'

/** `space`: the id of the one space whose queue this is. */
type Scope = { space?: string }
type ItemQueue = Exclude<QueueKind, 'seats'>

/** How much waits for this viewer, by kind: of what they keep in order and may read. */
export async function countWaiting(db: Db, viewer: SignedIn, scope: Scope) {
  const count = (kind: ItemQueue) =>
    waiting(db, viewer, kind, scope).select((eb) => eb.fn.countAll<number>().as('count'))
  const row = await db
    .selectNoFrom([
      count('held').as('held'),
      count('practices').as('practices'),
      count('reports').as('reports'),
      countSeats(db).as('seats'),
    ])
    .executeTakeFirstOrThrow()
  return {
    held: row.held ?? 0,
    practices: row.practices ?? 0,
    reports: row.reports ?? 0,
    seats: decidesSeats(viewer, scope) ? (row.seats ?? 0) : 0,
  }
}

/** Everything that waits for this viewer, or one kind of it, the oldest first. */
export async function listQueue(
  db: Db,
  viewer: SignedIn,
  lang: Lang,
  { kind, ...scope }: Scope & { kind?: QueueKind },
) {
  const entries: QueueEntry[] = []
  for (const one of kind ? [kind] : QUEUE_KINDS) {
    if (one !== 'seats')
      entries.push(...(await listItems(db, viewer, lang, { kind: one, ...scope })))
    else if (decidesSeats(viewer, scope)) entries.push(...(await listSeatEntries(db, viewer)))
  }
  return entries.sort((a, b) => (a.at < b.at ? -1 : 1)).slice(0, QUEUE_SIZE)
}

/** Whether the viewer keeps order in some space; the queue is theirs as well. */
export async function moderatesSomeSpace(db: Db, viewer: SignedIn) {
  const role = await db
    .selectFrom('space_member')
    .where('user_id', '=', viewer.id)
    .where('role', 'in', ['moderator', 'owner'])
    .select('space_id')
    .limit(1)
    .executeTakeFirst()
  return role !== undefined
}

// Seats concern the network: they wait in no space.
function decidesSeats(viewer: SignedIn, { space }: Scope) {
  return isFacilitator(viewer) && space === undefined
}

async function listSeatEntries(db: Db, viewer: SignedIn): Promise<SeatEntry[]> {
  const seats = await listWaitingSeats(db, QUEUE_SIZE)
  return seats.map((seat) => ({
    ...seat,
    queue: 'seats' as const,
    at: seat.created_at,
    own: seat.user_id === viewer.id,
  }))
}

function countSeats(db: Db) {
  return db
    .selectFrom('seat')
    .innerJoin('user', 'user.id', 'seat.user_id')
    .where('confirmed_at', 'is', null)
    .where('refused_at', 'is', null)
    .where('user.suspended_at', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
}

// The first condition of each is word for word that of an index.
const WAITING = {
  held: sql<boolean>`(item.state in ('held', 'submitted') and item.state = 'held')`,
  practices: sql<boolean>`(item.state in ('held', 'submitted') and item.state = 'submitted')`,
  reports: sql<boolean>`item.id in (select report.item_id from report where report.settled_at is null)`,
} satisfies Record<ItemQueue, unknown>

function waiting(db: Db, viewer: SignedIn, kind: ItemQueue, { space }: Scope) {
  return db
    .selectFrom('item')
    .where(WAITING[kind])
    .where('item.hidden_at', 'is', null)
    .where(readable(viewer))
    .where(stewarded(viewer))
    .$if(space !== undefined, (qb) => qb.where('item.space_id', '=', space ?? ''))
}

const OPEN_REPORTS = sql`from report where report.item_id = item.id and report.settled_at is null`

async function listItems(
  db: Db,
  viewer: SignedIn,
  lang: Lang,
  { kind, ...scope }: Scope & { kind: ItemQueue },
): Promise<ItemEntry[]> {
  const at =
    kind === 'reports'
      ? sql<string>`(select min(report.created_at) ${OPEN_REPORTS})`
      : sql<string>`item.created_at`
  const rows = await waiting(db, viewer, kind, scope)
    .innerJoin('item_text', (join) =>
      join.onRef('item_text.item_id', '=', 'item.id').on('item_text.lang', '=', bestLang(lang)),
    )
    .leftJoin('section as body', (join) =>
      join
        .onRef('body.item_id', '=', 'item.id')
        .onRef('body.lang', '=', 'item_text.lang')
        .on('body.name', '=', 'body'),
    )
    .leftJoin('item as parent', 'parent.id', 'item.thread_id')
    .leftJoin('item_text as parent_text', (join) =>
      join
        .onRef('parent_text.item_id', '=', 'parent.id')
        .onRef('parent_text.lang', '=', 'parent.lang'),
    )
    .leftJoin('space', 'space.id', 'item.space_id')
    .select(['item.id', 'item.kind', 'item.thread_id', 'item.author_id', 'item_text.lang'])
    .select(['item_text.summary', 'body.html', 'space.name as space_name', 'space.slug as space'])
    .select(sql<string>`coalesce(item_text.title, parent_text.title, '')`.as('title'))
    .select(authorJson().as('author'))
    .select(at.as('at'))
    .select(
      sql<string>`(select json_group_array(json_object('reason', report.reason,
      'note', report.note, 'at', report.created_at)) ${OPEN_REPORTS})`.as('reports'),
    )
    .orderBy('at')
    .orderBy('item.id')
    .limit(QUEUE_SIZE)
    .execute()
  return rows.map(({ author, reports, author_id, ...row }) => ({
    ...row,
    queue: kind,
    own: author_id === viewer.id,
    author: readAuthor(author),
    reports: JSON.parse(reports) as ItemEntry['reports'],
  }))
}

/** A seat that waits, by its id. */
export function findWaitingSeat(db: Db, id: string) {
  return db
    .selectFrom('seat')
    .innerJoin('user', 'user.id', 'seat.user_id')
    .where('seat.id', '=', id)
    .where('confirmed_at', 'is', null)
    .where('refused_at', 'is', null)
    .select(['seat.id', 'seat.user_id', 'seat.function', 'user.name', 'user.handle'])
    .executeTakeFirst()
}
