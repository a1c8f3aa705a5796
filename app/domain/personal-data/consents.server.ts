import type { Db } from '#db/client.server.ts'
import { NOTICE } from './notice.ts'

/** Notes that a person has accepted the notice as it now stands (law 09-08, article 4). */
export async function giveConsent(trx: Db, userId: string) {
  await trx
    .insertInto('consent')
    .values({ user_id: userId, notice: NOTICE })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The notices that a person has accepted, the latest first. */
export function listConsents(db: Db, userId: string) {
  return db
    .selectFrom('consent')
    .where('user_id', '=', userId)
    .orderBy('notice', 'desc')
    .select(['notice', 'given_at'])
    .execute()
}
