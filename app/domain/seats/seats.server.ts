import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import { oldestFirst } from '../items/page.server.ts'
import type { Cursor } from '../items/page.ts'
import { record } from '../moderation/audit.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import type { SeatFunction } from './functions.ts'
import { SEATS_WAITING_MAX } from './seats.limits.ts'

export {
  confirmSeat,
  type DecidedSeat,
  refuseSeat,
  reopenSeat,
  type Tell,
} from './decide-seat.server.ts'

type Request = {
  collectivity_code: string | null
  function: SeatFunction
  starts_on: string | null
  note: string
}

/**
 * Asks for a seat, which then waits for a facilitator. Gives its id, or why not: the same seat waits
 * or is held already, or too many wait.
 */
export function requestSeat(db: Db, viewer: SignedIn, request: Request) {
  return db.transaction().execute(async (trx) => {
    const seats = await listSeats(trx, viewer.id)
    const same = seats.filter(
      (seat) => seat.code === request.collectivity_code && seat.function === request.function,
    )
    if (same.some(({ state }) => state === 'waiting' || state === 'confirmed')) {
      return { problem: 'already' as const }
    }
    if (seats.filter(({ state }) => state === 'waiting').length >= SEATS_WAITING_MAX) {
      return { problem: 'too_many' as const }
    }
    const id = newId()
    await trx
      .insertInto('seat')
      .values({ id, user_id: viewer.id, ...request })
      .execute()
    await note(trx, viewer, 'seat_requested', id)
    return { id }
  })
}

/** All the seats of a person, as they see them themselves, newest first. */
export async function listSeats(db: Db, userId: string) {
  const rows = await db
    .selectFrom('seat')
    .leftJoin('collectivity', 'collectivity.code', 'seat.collectivity_code')
    .where('user_id', '=', userId)
    .orderBy('seat.created_at', 'desc')
    .select(['seat.id', 'collectivity_code as code', 'function', 'note', 'starts_on', 'ends_on'])
    .select(['seat.created_at', 'confirmed_at', 'refused_at', 'refused_reason', 'successor_id'])
    .select(['collectivity.name_ar', 'collectivity.name_fr'])
    .execute()
  const today = new Date().toISOString().slice(0, 10)
  return rows.map((row) => {
    const state = stateOf(row, today)
    const coming = state === 'confirmed' && (row.starts_on ?? '') > today
    return { ...row, state, coming, endable: state === 'confirmed' && row.ends_on !== today }
  })
}

/**
 * The seats that wait for a facilitator, the oldest first: who asks, whether the place is a member of
 * the network, and who holds the same function there today; a page of them and one more.
 */
export async function listWaitingSeats(
  db: Db,
  { size, after }: { size?: number; after?: Cursor } = {},
) {
  const rows = await db
    .selectFrom('seat')
    .innerJoin('user', 'user.id', 'seat.user_id')
    .leftJoin('collectivity', 'collectivity.code', 'seat.collectivity_code')
    .where('confirmed_at', 'is', null)
    .where('refused_at', 'is', null)
    .where('user.suspended_at', 'is', null)
    .$call(oldestFirst('seat.created_at', 'seat.id', { after, size }))
    .select(['seat.id', 'seat.user_id', 'collectivity_code as code', 'function', 'note'])
    .select(['starts_on', 'ends_on', 'seat.created_at', 'user.name', 'user.handle', 'user.email'])
    .select(['user.email_confirmed_at', 'collectivity.name_ar', 'collectivity.name_fr'])
    .select(
      sql<0 | 1>`exists (select 1 from membership where membership.left_on is null
        and membership.collectivity_code = seat.collectivity_code)`.as('in_network'),
    )
    .select(holdersJson().as('holders'))
    .execute()
  return rows.map(({ in_network, holders, ...row }) => ({
    ...row,
    in_network: Boolean(in_network),
    holders: JSON.parse(holders) as string[],
  }))
}

function holdersJson() {
  const today = new Date().toISOString().slice(0, 10)
  return sql<string>`(select json_group_array(holder.name) from seat as held
    join user as holder on holder.id = held.user_id
    where held.collectivity_code = seat.collectivity_code and held.function = seat.function
    and held.user_id <> seat.user_id and held.confirmed_at is not null
    and (held.ends_on is null or held.ends_on >= ${today}))`
}

/** Takes back one's own request while it waits; gives whether there was one. */
export function withdrawSeat(db: Db, viewer: SignedIn, seatId: string) {
  return db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom('seat')
      .where('id', '=', seatId)
      .where('user_id', '=', viewer.id)
      .where('confirmed_at', 'is', null)
      .where('refused_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (gone) await note(trx, viewer, 'seat_withdrawn', seatId)
    return gone !== undefined
  })
}

/** Ends one's own confirmed seat: this day is its last. Gives whether there was one to end. */
export function endSeat(db: Db, viewer: SignedIn, seatId: string) {
  const today = new Date().toISOString().slice(0, 10)
  return db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable('seat')
      .set({ ends_on: today })
      .where('id', '=', seatId)
      .where('user_id', '=', viewer.id)
      .where('confirmed_at', 'is not', null)
      .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>', today)]))
      .returning('id')
      .executeTakeFirst()
    if (ended) await note(trx, viewer, 'seat_ended', seatId)
    return ended !== undefined
  })
}

type SeatState = 'waiting' | 'confirmed' | 'refused' | 'ended'
type Dated = { confirmed_at: string | null; refused_at: string | null; ends_on: string | null }

function stateOf({ confirmed_at, refused_at, ends_on }: Dated, today: string): SeatState {
  if (refused_at) return 'refused'
  if (!confirmed_at) return 'waiting'
  return ends_on && ends_on < today ? 'ended' : 'confirmed'
}

function note(trx: Db, viewer: SignedIn, verb: string, id: string) {
  return record(trx, viewer, { verb, subject: { kind: 'seat', id } })
}
