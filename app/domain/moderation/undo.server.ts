import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import { undoSuspension } from '../people/accounts.server.ts'
import { reopenSeat } from '../seats/seats.server.ts'
import { reopenRequest } from '../spaces/requests.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { record } from './audit.server.ts'
import { findKept, type State, TAKE_BACK } from './take-back.server.ts'

/**
 * Takes back what the viewer did a short while ago, as if it had not been: with the mail and the
 * notification about it, and with a line of its own in the log. Gives whether it could: the act is
 * theirs, they may still do it, and what it was about has not changed since.
 */
export function undoAct(db: Db, viewer: SignedIn, actId: string) {
  return db.transaction().execute(async (trx) => {
    const act = await findUndoable(trx, viewer, actId)
    if (!act || !(await takeBack(trx, viewer, act))) return false
    for (const table of ['notification', 'mail'] as const) {
      await trx.deleteFrom(table).where('act_id', '=', act.id).execute()
    }
    await trx.deleteFrom('undo').where('act_id', '=', act.id).execute()
    const { verb, subject_kind: kind, subject_id: id, space_id } = act
    const detail = { act: act.id, verb }
    await record(trx, viewer, { verb: 'act_undone', subject: { kind, id }, space_id, detail })
    return true
  })
}

/** An SQL condition: the act can still be undone, and it is the viewer's. For a query on `audit`. */
export function undoable(viewer: SignedIn) {
  return sql<0 | 1>`(audit.actor_id = ${viewer.id} and exists (select 1 from undo
    where undo.act_id = audit.id and undo.expires_at > ${new Date().toISOString()}))`
}

async function findUndoable(trx: Db, viewer: SignedIn, id: string) {
  return trx
    .selectFrom('audit')
    .innerJoin('undo', 'undo.act_id', 'audit.id')
    .where('audit.id', '=', id)
    .where(undoable(viewer))
    .select(['audit.id', 'audit.verb', 'audit.subject_kind', 'audit.subject_id'])
    .select(['audit.space_id', 'undo.state'])
    .executeTakeFirst()
}

type Act = NonNullable<Awaited<ReturnType<typeof findUndoable>>>

async function takeBack(trx: Db, viewer: SignedIn, { verb, subject_id: id, space_id, state }: Act) {
  const before = JSON.parse(state) as State & Pick<Row<'space_request'>, 'note' | 'created_at'>
  if (verb === 'seat_confirmed' || verb === 'seat_refused') return reopenSeat(trx, viewer, id)
  if (verb === 'user_suspended') return undoSuspension(trx, viewer, id)
  if (verb === 'space_request_admitted' || verb === 'space_request_refused') {
    const admitted = verb === 'space_request_admitted'
    return reopenRequest(trx, viewer, { spaceId: space_id ?? '', admitted, id, ...before })
  }
  const item = await findKept(trx, viewer, id)
  return item !== undefined && TAKE_BACK[verb]!(trx, viewer, item, before)
}
