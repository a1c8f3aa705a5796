import type { Db } from '#db/client.server.ts'
import { record } from '../moderation/audit.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import type { CycleStage } from './cycle.ts'

/**
 * Says where a collectivity stands in the cycle of its programme, or with null that it is not known.
 * Whoever calls it has asked `canSayStage`. Saying the same again changes nothing.
 */
export function sayStage(db: Db, viewer: SignedIn, code: string, stage: CycleStage | null) {
  return db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('cycle_stage')
      .where('collectivity_code', '=', code)
      .select('stage')
      .executeTakeFirst()
    if ((before?.stage ?? null) === stage) return
    await trx.deleteFrom('cycle_stage').where('collectivity_code', '=', code).execute()
    if (stage) {
      await trx.insertInto('cycle_stage').values({ collectivity_code: code, stage }).execute()
    }
    const subject = { kind: 'collectivity', id: code }
    await record(trx, viewer, { verb: 'stage_said', subject, detail: { stage } })
  })
}
