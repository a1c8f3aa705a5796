import type { Db } from '#db/client.server.ts'
import type { Lang, Row } from '#db/schema.ts'
import { record } from '../moderation/audit.server.ts'
import { notify } from '../notifications/notifications.server.ts'
import { isFacilitator, type SignedIn } from '../users/viewer.ts'
import { canDecideSeat } from './seats.policy.ts'

/** A seat as the person concerned is told of it. */
export type DecidedSeat = {
  id: string
  outcome: 'confirmed' | 'refused'
  function: Row<'seat'>['function']
  place: { name_ar: string; name_fr: string } | null
  person: { id: string; name: string; email: string; lang: Lang }
  reason: string
  /** The act in the log, while it can be undone. */
  act?: string
}

/** Writes to the person in the transaction of the decision: `mailAboutSeat` of app/http. */
export type Tell = (trx: Db, seat: DecidedSeat) => Promise<void>

/**
 * Confirms a seat that waits. Takes the facilitator and how to write to the person; gives the seat,
 * or undefined when it waits no more, is the facilitator's own, or they are no facilitator.
 */
export function confirmSeat(db: Db, facilitator: SignedIn, seatId: string, tell: Tell) {
  const at = new Date().toISOString()
  const changes = { confirmed_at: at, confirmed_by: facilitator.id }
  return decide(db, facilitator, { seatId, outcome: 'confirmed', reason: '', changes, tell })
}

/**
 * Refuses a seat that waits, with the reason that the person will read. Takes and gives what
 * `confirmSeat` does.
 */
export function refuseSeat(
  db: Db,
  facilitator: SignedIn,
  seatId: string,
  { reason, tell }: { reason: string; tell: Tell },
) {
  const at = new Date().toISOString()
  const changes = { refused_at: at, refused_by: facilitator.id, refused_reason: reason }
  return decide(db, facilitator, { seatId, outcome: 'refused', reason, changes, tell })
}

type Decision = {
  seatId: string
  outcome: DecidedSeat['outcome']
  reason: string
  changes: Partial<Row<'seat'>>
  tell: Tell
}

function decide(db: Db, facilitator: SignedIn, decision: Decision) {
  return db.transaction().execute(async (trx) => {
    const waiting = await findWaiting(trx, decision.seatId)
    if (!waiting || !canDecideSeat(facilitator, waiting)) return undefined
    await trx.updateTable('seat').set(decision.changes).where('id', '=', waiting.id).execute()
    const seat = toDecided(waiting, decision)
    const act = await tellAll(trx, facilitator, seat)
    await decision.tell(trx, { ...seat, act })
    return { ...seat, act }
  })
}

function findWaiting(trx: Db, seatId: string) {
  return trx
    .selectFrom('seat')
    .innerJoin('user', 'user.id', 'seat.user_id')
    .leftJoin('collectivity', 'collectivity.code', 'seat.collectivity_code')
    .where('seat.id', '=', seatId)
    .where('confirmed_at', 'is', null)
    .where('refused_at', 'is', null)
    .select([
      'seat.id',
      'user.id as user_id',
      'seat.function',
      'user.name',
      'user.email',
      'user.lang',
    ])
    .select(['collectivity.name_ar', 'collectivity.name_fr'])
    .executeTakeFirst()
}

type Waiting = NonNullable<Awaited<ReturnType<typeof findWaiting>>>

function toDecided(waiting: Waiting, { outcome, reason }: Decision): DecidedSeat {
  const { id, user_id, name, email, lang, name_ar, name_fr } = waiting
  return {
    id,
    outcome,
    function: waiting.function,
    place: name_ar && name_fr ? { name_ar, name_fr } : null,
    person: { id: user_id, name, email, lang },
    reason,
  }
}

async function tellAll(trx: Db, facilitator: SignedIn, seat: DecidedSeat) {
  const kind = seat.outcome === 'confirmed' ? 'seat_confirmed' : 'seat_refused'
  const act_id = await record(trx, facilitator, {
    verb: kind,
    subject: { kind: 'seat', id: seat.id },
    detail: { user_id: seat.person.id, function: seat.function, reason: seat.reason || undefined },
    undo: {},
  })
  const told = { actor_id: facilitator.id, note: seat.reason, act_id }
  await notify(trx, { user_id: seat.person.id, kind, ...told })
  return act_id
}

/** Lets a seat wait again as if it had not been decided. Gives whether it still stood as decided. */
export async function reopenSeat(trx: Db, facilitator: SignedIn, seatId: string) {
  if (!isFacilitator(facilitator)) return false
  const { numUpdatedRows } = await trx
    .updateTable('seat')
    .set({ confirmed_at: null, confirmed_by: null })
    .set({ refused_at: null, refused_by: null, refused_reason: null })
    .where('id', '=', seatId)
    .where((eb) => eb.or({ confirmed_by: facilitator.id, refused_by: facilitator.id }))
    .where('successor_id', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
