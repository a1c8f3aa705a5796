import type { Db } from '#db/client.server.ts'
import { digest, newSecret } from './digest.server.ts'

/**
 * Notes that a person signs in, before the session is made. Takes the secret of the browser's cookie,
 * if it has one; gives the one it is to have, and whether it is a new device: not the very first.
 */
export async function noteDevice(trx: Db, userId: string, cookie: string | null) {
  const secret = cookie ?? newSecret()
  const isFirst = !(await hasSignedIn(trx, userId))
  const isKnown = await isDeviceOf(trx, userId, cookie)
  const last_seen_at = new Date().toISOString()
  await trx
    .insertInto('device')
    .values({ user_id: userId, hash: digest(secret), last_seen_at })
    .onConflict((conflict) => conflict.doUpdateSet({ last_seen_at }))
    .execute()
  return { secret, isNew: !isFirst && !isKnown }
}

/** Whether a person has signed in with this browser before. */
export async function isDeviceOf(db: Db, userId: string, cookie: string | null) {
  if (!cookie) return false
  const device = await db
    .selectFrom('device')
    .where('user_id', '=', userId)
    .where('hash', '=', digest(cookie))
    .select('hash')
    .executeTakeFirst()
  return device !== undefined
}

/** Forgets in which browsers a person has signed in: whoever had the password may be among them. */
export async function forgetDevices(trx: Db, userId: string) {
  await trx.deleteFrom('device').where('user_id', '=', userId).execute()
}

// Sessions tell of the time before devices were noted, and of one whose devices were forgotten.
async function hasSignedIn(trx: Db, userId: string) {
  const one = await trx
    .selectFrom('session')
    .where('user_id', '=', userId)
    .select('id')
    .union(trx.selectFrom('device').where('user_id', '=', userId).select('hash as id'))
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}
