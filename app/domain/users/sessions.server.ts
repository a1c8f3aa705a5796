import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import type { SignedIn } from './viewer.ts'

/** How long a session lasts that nobody uses, and at most: then the password is asked again. */
export const SESSION_DAYS = 30
export const SESSION_MOST_DAYS = 90

const SEEN_EVERY = 10 * 60_000

/** How long after signing in, or proving it again, a person may change what guards the account. */
export const PROOF_MINUTES = 15

/** Notes now and then that a session is in use: its id, whose it is, and when that was noted last. */
export async function noteSession(db: Db, { id, user_id, last_seen_at }: Use, now = new Date()) {
  if (last_seen_at >= new Date(now.getTime() - SEEN_EVERY).toISOString()) return
  await change(db, id, { last_seen_at: now.toISOString() })
  await noteUse(db, user_id, now)
}

type Use = Pick<Row<'session'>, 'id' | 'user_id' | 'last_seen_at'>

/** Notes that an account is in use: one that nobody uses for years is erased. */
export async function noteUse(db: Db, userId: string, now = new Date()) {
  await db
    .updateTable('account_use')
    .set({ seen_at: now.toISOString(), warned_at: null })
    .where('user_id', '=', userId)
    .execute()
}

/** Lets a session that is used end later, and never later than the longest that one may last. */
export async function prolongSession(db: Db, sessionId: string, until: Date) {
  const { created_at, expires_at } = await db
    .selectFrom('session')
    .where('id', '=', sessionId)
    .select(['created_at', 'expires_at'])
    .executeTakeFirstOrThrow()
  const last = Date.parse(created_at) + SESSION_MOST_DAYS * 86_400_000
  const ends = new Date(Math.min(until.getTime(), last)).toISOString()
  if (ends > expires_at) await change(db, sessionId, { expires_at: ends })
}

/** Whether a proof of who one is, at this time, is recent enough for a sensitive change. */
export function isRecentProof(provedAt: string, now = new Date()) {
  return now.getTime() - Date.parse(provedAt) < PROOF_MINUTES * 60_000
}

/** Notes that the person of a session has just proved again who they are. */
export async function renewProof(db: Db, sessionId: string) {
  await change(db, sessionId, { proved_at: new Date().toISOString() })
}

/** Notes on all sessions of a person that the second factor was given; null: that there is none. */
export async function markSecondFactor(trx: Db, userId: string, second_factor_at: string | null) {
  await trx
    .updateTable('session')
    .set({ second_factor_at })
    .where('user_id', '=', userId)
    .where('expires_at', '>', new Date().toISOString())
    .execute()
}

/** Where a person is signed in now, the most recently used first. */
export function listSessions(db: Db, viewer: SignedIn, now = new Date()) {
  return db
    .selectFrom('session')
    .where('user_id', '=', viewer.id)
    .where('expires_at', '>', now.toISOString())
    .orderBy('last_seen_at', 'desc')
    .select(['id', 'created_at', 'last_seen_at', 'user_agent'])
    .execute()
}

/** Ends one session of a person; gives whether there was one. */
export async function endSession(db: Db, viewer: { id: string }, sessionId: string) {
  const ended = await ending(db, viewer.id)
    .where('id', '=', sessionId)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

/** Ends all sessions of a person, but for the one to keep. */
export async function endSessions(db: Db, userId: string, keep?: string | null) {
  await ending(db, userId)
    .where('id', '!=', keep ?? '')
    .execute()
}

async function change(db: Db, sessionId: string, changes: Partial<Row<'session'>>) {
  await db.updateTable('session').set(changes).where('id', '=', sessionId).execute()
}

// An ended session is kept a while as an expired one: a form that was posted with it still says
// whose it was, so that nobody else is given what was typed.
function ending(db: Db, userId: string) {
  const now = new Date().toISOString()
  return db
    .updateTable('session')
    .set({ expires_at: now })
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
}
