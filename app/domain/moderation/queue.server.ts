import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { type Cursor, pageOf } from '../items/page.ts'
import { isFacilitator, type SignedIn } from '../users/viewer.ts'
import { QUEUE_KINDS, QUEUE_SIZE, type QueueKind } from './moderation.limits.ts'
import { listPast } from './past.server.ts'
import { type ItemQueue, listItemEntries, type Scope, waitingItems } from './queue-items.server.ts'
import {
  countSeats,
  listJoinEntries,
  listSeatEntries,
  waitingJoins,
} from './queue-people.server.ts'
import { type Past, pastOf, type QueueEntry } from './queue.ts'

/** How much waits for this viewer, by kind: of what they keep in order and may read. */
export async function countWaiting(db: Db, viewer: SignedIn, scope: Scope) {
  const count = (kind: ItemQueue) =>
    waitingItems(db, viewer, kind, scope).select((eb) => eb.fn.countAll<number>().as('count'))
  const joins = waitingJoins(db, viewer, scope)
  const row = await db
    .selectNoFrom([
      count('held').as('held'),
      count('practices').as('practices'),
      count('reports').as('reports'),
      joins.select((eb) => eb.fn.countAll<number>().as('count')).as('joins'),
      countSeats(db).as('seats'),
    ])
    .executeTakeFirstOrThrow()
  return {
    held: row.held ?? 0,
    practices: row.practices ?? 0,
    reports: row.reports ?? 0,
    joins: row.joins ?? 0,
    seats: decidesSeats(viewer, scope) ? (row.seats ?? 0) : 0,
  }
}

type Asked = Scope & { kind?: QueueKind; after?: Cursor }

/**
 * A page of all that waits for this viewer, or of one kind of it: what has waited longest first,
 * each with what was done before about the same text and the same person.
 */
export async function listQueue(db: Db, viewer: SignedIn, lang: Lang, { kind, ...asked }: Asked) {
  const entries: Waiting[] = []
  for (const one of kind ? [kind] : QUEUE_KINDS) {
    entries.push(...(await listKind(db, viewer, lang, { kind: one, ...asked })))
  }
  entries.sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1))
  const page = pageOf(entries, ({ at }) => at, QUEUE_SIZE)
  return { rows: await withContext(db, viewer, page.rows), next: page.next }
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

/** A seat that waits, by its id. */
export function findWaitingSeat(db: Db, id: string) {
  return db
    .selectFrom('seat')
    .innerJoin('user', 'user.id', 'seat.user_id')
    .where('seat.id', '=', id)
    .where('confirmed_at', 'is', null)
    .where('refused_at', 'is', null)
    .select(['seat.id', 'seat.user_id', 'seat.function', 'user.name', 'user.handle', 'user.lang'])
    .executeTakeFirst()
}

// Seats concern the network: they wait in no space.
function decidesSeats(viewer: SignedIn, { space }: Scope) {
  return isFacilitator(viewer) && space === undefined
}

async function listKind(
  db: Db,
  viewer: SignedIn,
  lang: Lang,
  { kind, ...asked }: Scope & { kind: QueueKind; after?: Cursor },
) {
  if (kind === 'joins') return listJoinEntries(db, viewer, asked)
  if (kind !== 'seats') return listItemEntries(db, viewer, lang, { kind, ...asked })
  return decidesSeats(viewer, asked) ? listSeatEntries(db, viewer, asked.after) : []
}

type Waiting = Awaited<ReturnType<typeof listKind>>[number]

async function withContext(db: Db, viewer: SignedIn, entries: Waiting[]): Promise<QueueEntry[]> {
  const people = [...new Set(entries.flatMap(({ person }) => person ?? []))]
  const past = await listPast(db, viewer, people)
  return entries.map(({ person, ...entry }) => {
    const about = past.filter((one) => one.person === person)
    const isThis = ({ subject }: Past) => subject === entry.id && subject !== person
    return {
      ...entry,
      days: Math.floor((Date.now() - Date.parse(entry.at)) / 86_400_000),
      before: pastOf(about.filter(isThis)),
      other: pastOf(about.filter((one) => !isThis(one))),
    }
  })
}
