import type { Db } from '#db/client.server.ts'
import type { SignedIn } from './viewer.ts'

const KEPT_DAYS = 30

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

/** Removes sessions that ended long ago; a job calls it now and then. */
export async function sweepSessions(db: Db, now = new Date()) {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000).toISOString()
  await db.deleteFrom('session').where('expires_at', '<=', before).execute()
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
