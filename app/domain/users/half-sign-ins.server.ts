import type { Db } from '#db/client.server.ts'
import { digest, newSecret } from './digest.server.ts'

export const HALF_SIGN_IN_MINUTES = 10
const TRIES = 5

/**
 * Notes that a person gave the right password and has the second factor still to give. Gives the
 * secret for a cookie; it opens nothing but the page that asks for the code.
 */
export async function openHalfSignIn(db: Db, userId: string, now = new Date()) {
  const secret = newSecret()
  const expires = new Date(now.getTime() + HALF_SIGN_IN_MINUTES * 60_000).toISOString()
  await db
    .insertInto('half_sign_in')
    .values({ hash: digest(secret), user_id: userId, expires_at: expires })
    .execute()
  return secret
}

/** Whose sign-in a secret is half of, while it may be continued. */
export function findHalfSignIn(db: Db, secret: string, now = new Date()) {
  return db
    .selectFrom('half_sign_in')
    .where('hash', '=', digest(secret))
    .where('tries', '<', TRIES)
    .where('expires_at', '>', now.toISOString())
    .select('user_id')
    .executeTakeFirst()
}

/** Counts a code that is tried, before it is looked at: after five the password is asked again. */
export async function countHalfSignIn(db: Db, secret: string) {
  await db
    .updateTable('half_sign_in')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('hash', '=', digest(secret))
    .execute()
}

/** Ends a half sign-in; gives false when another request has just done so. */
export async function closeHalfSignIn(db: Db, secret: string) {
  const closed = await db
    .deleteFrom('half_sign_in')
    .where('hash', '=', digest(secret))
    .returning('hash')
    .executeTakeFirst()
  return closed !== undefined
}
