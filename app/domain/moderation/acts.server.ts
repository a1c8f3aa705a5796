import type { Db } from '#db/client.server.ts'
import { restate } from '../adoptions/status.server.ts'
import { now, publishItem, sealItem } from '../items/write.server.ts'
import { announce } from '../notifications/tellings.server.ts'
import { notify } from '../notifications/notifications.server.ts'
import { recountReplies } from '../posts/posts.server.ts'
import { indexThread } from '../search/index.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { record } from './audit.server.ts'
import type { ModeratedItem } from './items.server.ts'

/**
 * Hides an item from all but its author and those who keep order, and settles what was reported
 * about it. Takes a transaction, an item for which `canAct` said yes, and the reason that its
 * author will read; gives the act's id in the log, or undefined when it was hidden already.
 */
export async function hideItem(trx: Db, viewer: SignedIn, item: ModeratedItem, reason: string) {
  const hidden = await trx
    .updateTable('item')
    .set({ hidden_at: now(), hidden_by: viewer.id, hidden_reason: reason })
    .where('id', '=', item.id)
    .where('hidden_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!hidden) return undefined
  const reports = await settleReports(trx, viewer, item.id, 'hidden')
  const answered = await forgetAnswer(trx, item.id)
  await recount(trx, item)
  await indexThread(trx, item.id)
  return log(trx, viewer, item, 'item_hidden', { detail: { reason }, undo: { reports, answered } })
}

/** Shows a hidden item again. Takes and gives what `hideItem` does. */
export async function restoreItem(trx: Db, viewer: SignedIn, item: ModeratedItem) {
  const restored = await trx
    .updateTable('item')
    .set({ hidden_at: null, hidden_by: null, hidden_reason: null })
    .where('id', '=', item.id)
    .where('hidden_at', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  if (!restored) return undefined
  await recount(trx, item)
  await indexThread(trx, item.id)
  const { hidden_at, hidden_by, hidden_reason } = item
  return log(trx, viewer, item, 'item_restored', { undo: { hidden_at, hidden_by, hidden_reason } })
}

/** Publishes what was held for a first look, and tells its author. Gives the act's id. */
export async function releaseItem(trx: Db, viewer: SignedIn, item: ModeratedItem) {
  const { id, author_id } = item
  await publishItem(trx, id)
  await sealItem(trx, id, viewer.id)
  if (item.kind === 'thread') await recountReplies(trx, id)
  await recount(trx, item)
  const act_id = await log(trx, viewer, item, 'item_released', { undo: {} })
  if (author_id) {
    const told = { user_id: author_id, item_id: id, actor_id: viewer.id, act_id }
    await notify(trx, { ...told, kind: 'published' })
  }
  if (item.kind !== 'post') await announce(trx, viewer, id)
  return act_id
}

/** Settles the reports about an item: it stays as it is. Gives the act's id, if there were any. */
export async function keepItem(trx: Db, viewer: SignedIn, item: ModeratedItem) {
  const reports = await settleReports(trx, viewer, item.id, 'kept')
  if (reports.length === 0) return undefined
  const detail = { reports: reports.length }
  return log(trx, viewer, item, 'reports_settled', { detail, undo: { reports } })
}

/** Closes a thread to replies, or opens it again; gives the act's id, if that changed anything. */
export async function lockThread(trx: Db, viewer: SignedIn, item: ModeratedItem, locked: boolean) {
  const changed = await trx
    .updateTable('thread')
    .set({ locked_at: locked ? now() : null })
    .where('item_id', '=', item.id)
    .where('locked_at', locked ? 'is' : 'is not', null)
    .returning('item_id')
    .executeTakeFirst()
  if (!changed) return undefined
  const { locked_at } = item
  return log(trx, viewer, item, locked ? 'thread_locked' : 'thread_unlocked', {
    undo: { locked_at },
  })
}

async function settleReports(
  trx: Db,
  viewer: SignedIn,
  itemId: string,
  settlement: 'hidden' | 'kept',
) {
  const settled = await trx
    .updateTable('report')
    .set({ settled_at: now(), settled_by: viewer.id, settlement })
    .where('item_id', '=', itemId)
    .where('settled_at', 'is', null)
    .returning('id')
    .execute()
  return settled.map(({ id }) => id)
}

// A thread is not answered by what its readers cannot see. Gives how it was answered.
async function forgetAnswer(trx: Db, postId: string) {
  const answered = await trx
    .selectFrom('thread')
    .where('accepted_post_id', '=', postId)
    .select(['item_id', 'accepted_by', 'accepted_at'])
    .executeTakeFirst()
  if (!answered) return null
  await trx
    .updateTable('thread')
    .set({ accepted_post_id: null, accepted_by: null, accepted_at: null })
    .where('accepted_post_id', '=', postId)
    .execute()
  return answered
}

async function recount(trx: Db, { id, kind, thread_id }: ModeratedItem) {
  if (kind === 'step') await restate(trx, id)
  if (kind === 'post' && thread_id) await recountReplies(trx, thread_id)
}

type Noted = { detail?: Record<string, unknown>; undo: Record<string, unknown> }

function log(
  trx: Db,
  viewer: SignedIn,
  { id, kind, space_id }: ModeratedItem,
  verb: string,
  noted: Noted,
) {
  return record(trx, viewer, { verb, subject: { kind, id }, space_id, ...noted })
}
