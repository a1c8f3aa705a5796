import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import { record } from '../moderation/audit.server.ts'
import { notify } from '../notifications/notifications.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import type { Tell } from './decide-seat.server.ts'
import { canHandOverSeat } from './seats.policy.ts'

/** A confirmed, current seat that this viewer may hand over; else undefined, as if there were none. */
export async function findSeatToHandOver(db: Db, viewer: SignedIn, seatId: string) {
  const today = dayOf(new Date())
  const seat = await db
    .selectFrom('seat')
    .innerJoin('user', 'user.id', 'seat.user_id')
    .leftJoin('collectivity', 'collectivity.code', 'seat.collectivity_code')
    .where('seat.id', '=', seatId)
    .where('seat.confirmed_at', 'is not', null)
    .where('seat.successor_id', 'is', null)
    .where((eb) => eb.or([eb('seat.ends_on', 'is', null), eb('seat.ends_on', '>=', today)]))
    .select([
      'seat.id',
      'user.id as user_id',
      'seat.function',
      'seat.collectivity_code',
      'seat.ends_on',
    ])
    .select(['user.name', 'collectivity.name_ar', 'collectivity.name_fr'])
    .executeTakeFirst()
  return seat && canHandOverSeat(viewer, seat) ? seat : undefined
}

type Seat = NonNullable<Awaited<ReturnType<typeof findSeatToHandOver>>>
type HandOver = { handle: string; last_day: string; tell: Tell }

/**
 * Hands a seat over: the successor holds the same one from today, confirmed by whoever hands it over,
 * and the former one ends on its last day. What was written from it stays with it. Gives what is
 * wrong: nobody with a confirmed address has that handle, or they hold the same seat.
 */
export function handOverSeat(db: Db, viewer: SignedIn, seat: Seat, given: HandOver) {
  return db.transaction().execute(async (trx) => {
    const successor = await findSuccessor(trx, given.handle)
    const same = [seat.user_id, viewer.id].includes(successor?.id ?? '')
    if (!successor || same) return 'successor' as const
    if (await holdsSame(trx, successor.id, seat)) return 'successor_has_it' as const
    const id = await addSeat(trx, viewer, seat, successor.id)
    await trx
      .updateTable('seat')
      .set({ ends_on: given.last_day, successor_id: id })
      .where('id', '=', seat.id)
      .execute()
    await tellAll(trx, viewer, seat, { id, successor, given })
    return undefined
  })
}

function findSuccessor(trx: Db, handle: string) {
  return trx
    .selectFrom('user')
    .where('handle', '=', handle)
    .where('suspended_at', 'is', null)
    .where('email_confirmed_at', 'is not', null)
    .select(['id', 'name', 'email', 'lang'])
    .executeTakeFirst()
}

async function holdsSame(trx: Db, userId: string, seat: Seat) {
  const same = await trx
    .selectFrom('seat')
    .where('user_id', '=', userId)
    .where('function', '=', seat.function)
    .where('collectivity_code', 'is', seat.collectivity_code)
    .where('refused_at', 'is', null)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', dayOf(new Date()))]))
    .select(['id', 'confirmed_at'])
    .executeTakeFirst()
  // What they have asked for themselves is answered by this.
  if (same && !same.confirmed_at) await trx.deleteFrom('seat').where('id', '=', same.id).execute()
  return Boolean(same?.confirmed_at)
}

async function addSeat(trx: Db, viewer: SignedIn, seat: Seat, user_id: string) {
  const [id, now] = [newId(), new Date()]
  const { function: same, collectivity_code } = seat
  const confirmed = { confirmed_at: now.toISOString(), confirmed_by: viewer.id }
  await trx
    .insertInto('seat')
    .values({ id, user_id, function: same, collectivity_code, starts_on: dayOf(now), ...confirmed })
    .execute()
  return id
}

type Done = { id: string; successor: Awaited<ReturnType<typeof findSuccessor>>; given: HandOver }

async function tellAll(trx: Db, viewer: SignedIn, seat: Seat, { id, successor, given }: Done) {
  const person = successor!
  await notify(trx, { user_id: person.id, kind: 'seat_confirmed', actor_id: viewer.id, note: '' })
  await record(trx, viewer, {
    verb: 'seat_handed_over',
    subject: { kind: 'seat', id: seat.id },
    detail: { user_id: person.id, function: seat.function, last_day: given.last_day },
  })
  const { name_ar, name_fr } = seat
  await given.tell(trx, {
    id,
    outcome: 'confirmed',
    function: seat.function,
    place: name_ar && name_fr ? { name_ar, name_fr } : null,
    person,
    reason: '',
  })
}

function dayOf(date: Date) {
  return date.toISOString().slice(0, 10)
}
