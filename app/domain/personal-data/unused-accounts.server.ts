import type { Db } from '#db/client.server.ts'
import { inTurn } from '../in-turn.server.ts'
import { eraseAccount } from './erasure.server.ts'
import { DAYS_KEPT, UNUSED_NOTICE_DAYS } from './retention.ts'

const DAY = 86_400_000

type Tell = {
  soon: (trx: Db, userId: string) => Promise<void>
  gone: Parameters<typeof eraseAccount>[2]['tell']
}

/**
 * Writes to those who have not used their account for almost as long as one is kept
 * (`DAYS_KEPT.unused_account`), and erases those who were written to and still did not come. An account
 * that cannot go yet (`whatHolds`) is asked again the next time. A job calls it now and then.
 */
export async function eraseUnusedAccounts(db: Db, tell: Tell, now = new Date()) {
  const warned = new Date(now.getTime() - UNUSED_NOTICE_DAYS * DAY).toISOString()
  const goes = await unused(db, DAYS_KEPT.unused_account, now)
    .where('warned_at', '<=', warned)
    .execute()
  for (const { user_id } of goes) {
    await inTurn(() => eraseAccount(db, { id: user_id }, { by: null, tell: tell.gone }))
  }
  const waits = await unused(db, DAYS_KEPT.unused_account - UNUSED_NOTICE_DAYS, now)
    .where('warned_at', 'is', null)
    .execute()
  for (const { user_id } of waits) await inTurn(() => warn(db, user_id, tell, now))
}

function warn(db: Db, user_id: string, tell: Tell, now: Date) {
  return db.transaction().execute(async (trx) => {
    const warned = { warned_at: now.toISOString() }
    await trx.updateTable('account_use').set(warned).where('user_id', '=', user_id).execute()
    await tell.soon(trx, user_id)
  })
}

function unused(db: Db, days: number, now: Date) {
  return db
    .selectFrom('account_use')
    .where('seen_at', '<=', new Date(now.getTime() - days * DAY).toISOString())
    .select('user_id')
}
