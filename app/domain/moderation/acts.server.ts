import type { Db } from '#db/client.server.ts'
import { now, publishItem, sealItem } from '../items/write.server.ts'
import { notify } from '../notifications/notifications.server.ts'
import { recountReplies } from '../posts/posts.server.ts'
import { indexThread } from '../search/index.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { record } from './audit.server.ts'
import type { ModeratedItem } from './items.server.ts'

/**
 * Hides an item from all but its author and those who keep order, and settles what was reported
 * about it. Takes a transaction, an item for which `canAct` said yes, and the reason that its
 * author will read; gives whether it was still there to hide.
 */
export async function hideItem(trx: Db, viewer: SignedIn, item: ModeratedItem, reason: string) {
  const hidden = await trx
    .updateTable('item')
    .set({ hidden_at: now(), hidden_by: viewer.id, hidden_reason: reason })
    .where('id', '=', item.id)
    .where('hidden_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!hidden) return false
  await settleReports(trx, viewer, item.id, 'hidden')
  await forgetAnswer(trx, item.id)
  await recount(trx, item)
  await indexThread(trx, item.id)
  await log(trx, viewer, item, 'item_hidden', { reason })
  return true
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
  if (!restored) return false
  await recount(trx, item)
  await indexThread(trx, item.id)
  await log(trx, viewer, item, 'item_restored')
  return true
}

/** Publishes what was held for a first look, and tells its author. */
export async function releaseItem(trx: Db, viewer: SignedIn, item: ModeratedItem) {
  const { id, author_id } = item
  await publishItem(trx, id)
  await sealItem(trx, id, viewer.id)
  if (item.kind === 'thread') await recountReplies(trx, id)
  await recount(trx, item)
  await log(trx, viewer, item, 'item_released')
  if (author_id) {
    await notify(trx, { user_id: author_id, kind: 'published', item_id: id, actor_id: viewer.id })
  }
  return true
}

/** Settles the reports about an item: it stays as it is. Gives whether there were any. */
export async function keepItem(trx: Db, viewer: SignedIn, item: ModeratedItem) {
  const settled = await settleReports(trx, viewer, item.id, 'kept')
  if (settled) await log(trx, viewer, item, 'reports_settled', { reports: settled })
  return settled > 0
}

/** Closes a thread to replies, or opens it again; gives whether that changed anything. */
export async function lockThread(trx: Db, viewer: SignedIn, item: ModeratedItem, locked: boolean) {
  const changed = await trx
    .updateTable('thread')
    .set({ locked_at: locked ? now() : null })
    .where('item_id', '=', item.id)
    .where('locked_at', locked ? 'is' : 'is not', null)
    .returning('item_id')
    .executeTakeFirst()
  if (changed) await log(trx, viewer, item, locked ? 'thread_locked' : 'thread_unlocked')
  return changed !== undefined
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
  return settled.length
}

// A thread is not answered by what its readers cannot see.
async function forgetAnswer(trx: Db, postId: string) {
  await trx
    .updateTable('thread')
    .set({ accepted_post_id: null, accepted_by: null, accepted_at: null })
    .where('accepted_post_id', '=', postId)
    .execute()
}

async function recount(trx: Db, { kind, thread_id }: ModeratedItem) {
  if (kind === 'post' && thread_id) await recountReplies(trx, thread_id)
}

async function log(
  trx: Db,
  viewer: SignedIn,
  { id, kind, space_id }: ModeratedItem,
  verb: string,
  detail?: Record<string, unknown>,
) {
  await record(trx, viewer, { verb, subject: { kind, id }, space_id, detail })
}
