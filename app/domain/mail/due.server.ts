import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import { readable, visibleSpace } from '../items/visibility.server.ts'
import { findViewer } from '../users/users.server.ts'
import type { Viewer } from '../users/viewer.ts'
import { noteSummed } from './daily.server.ts'
import { RETRY_MINUTES } from './mail.limits.ts'

export type DueMail = Row<'mail'>

/** The mails whose time has come, the oldest first. */
export function listDueMails(db: Db, limit: number, now = new Date()) {
  return db
    .selectFrom('mail')
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('due_at', '<=', now.toISOString())
    .orderBy('due_at')
    .limit(limit)
    .selectAll()
    .execute()
}

/**
 * Whether a mail may go out now: its reader still has an account that is not suspended, and may
 * still see the item or the space that it tells of. What was true when it was written may have
 * changed.
 */
export async function maySend(db: Db, { user_id, item_id, space_id }: DueMail) {
  const viewer = user_id === null ? null : await findViewer(db, user_id)
  if (viewer === undefined) return false
  if (item_id !== null && !(await mayRead(db, viewer, item_id))) return false
  return space_id === null || (await maySee(db, viewer, space_id))
}

type Sent = Pick<DueMail, 'id' | 'user_id' | 'sums_since'> & { told_until: string }

/**
 * Notes that a mail went out. Its text is forgotten: it may carry a link that opens an account. A daily one
 * told of all until shortly before it was written, which is long after it was queued where it had to wait.
 */
export async function markSent(db: Db, { id, user_id, sums_since, told_until }: Sent) {
  await close(db, id, { sent_at: new Date().toISOString(), last_error: null })
  if (user_id && sums_since) await noteSummed(db, user_id, told_until)
}

/** Notes that a mail is not to be sent any more, and why. */
export function dropMail(db: Db, id: string, reason: string) {
  return close(db, id, { failed_at: new Date().toISOString(), last_error: reason })
}

/** Notes a failure: tried again later, each time later still, until it is given up. */
export async function postpone(db: Db, mail: DueMail, error: string, now = new Date()) {
  const tries = mail.tries + 1
  const minutes = RETRY_MINUTES[tries - 1]
  if (minutes === undefined) return close(db, mail.id, { ...failure(error, now), tries })
  const due_at = new Date(now.getTime() + minutes * 60_000).toISOString()
  await db
    .updateTable('mail')
    .set({ tries, due_at, last_error: error.slice(0, 500) })
    .where('id', '=', mail.id)
    .execute()
}

async function mayRead(db: Db, viewer: Viewer, itemId: string) {
  const item = await db
    .selectFrom('item')
    .where('item.id', '=', itemId)
    .where(readable(viewer))
    .select(sql`1`.as('one'))
    .executeTakeFirst()
  return item !== undefined
}

async function maySee(db: Db, viewer: Viewer, spaceId: string) {
  const space = await db
    .selectFrom('space')
    .where('space.id', '=', spaceId)
    .where(visibleSpace(viewer))
    .select(sql`1`.as('one'))
    .executeTakeFirst()
  return space !== undefined
}

function failure(error: string, now: Date) {
  return { failed_at: now.toISOString(), last_error: error.slice(0, 500) }
}

async function close(db: Db, id: string, changes: Partial<DueMail>) {
  await db
    .updateTable('mail')
    .set({ body: '', ...changes })
    .where('id', '=', id)
    .execute()
}
