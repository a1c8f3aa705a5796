import { type RawBuilder, sql, type Updateable } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { ItemTable, Row } from '#db/schema.ts'
import { restate } from '../adoptions/status.server.ts'
import { stewarded } from '../items/visibility.server.ts'
import { sealItem } from '../items/write.server.ts'
import { recountReplies } from '../posts/posts.server.ts'
import { indexThread } from '../search/index.server.ts'
import type { SignedIn } from '../users/viewer.ts'

type Item = Pick<Row<'item'>, 'id' | 'kind' | 'thread_id'>
type Answered = { item_id: string; accepted_by: string | null; accepted_at: string | null }
export type State = {
  reports?: string[]
  answered?: Answered | null
  hidden_at?: string | null
  hidden_by?: string | null
  hidden_reason?: string | null
  locked_at?: string | null
  published_at?: string | null
}

/** Takes an act back. Gives whether the item still stood as the act had left it. */
type TakeBack = (trx: Db, viewer: SignedIn, item: Item, state: State) => Promise<boolean>

/** How each act about an item is taken back, by its verb in the log. */
export const TAKE_BACK: Record<string, TakeBack> = {
  async item_hidden(trx, viewer, item, { reports = [], answered }) {
    const shown = { hidden_at: null, hidden_by: null, hidden_reason: null }
    const found = await change(trx, item, shown, sql`hidden_by = ${viewer.id}`)
    if (!found) return false
    await reopenReports(trx, reports)
    if (answered) await answerAgain(trx, item.id, answered)
    await refresh(trx, item)
    return true
  },
  async item_restored(trx, viewer, item, { hidden_at, hidden_by, hidden_reason }) {
    const hidden = { hidden_at, hidden_by, hidden_reason }
    if (!(await change(trx, item, hidden, sql`hidden_at is null`))) return false
    await refresh(trx, item)
    return true
  },
  async reports_settled(trx, viewer, item, { reports = [] }) {
    return (await reopenReports(trx, reports)) > 0
  },
  thread_locked: lockAgain,
  thread_unlocked: lockAgain,
  item_released: (trx, viewer, item) =>
    waitAgain(trx, viewer, item, { from: 'published', state: 'held', published_at: null }),
  practice_approved: (trx, viewer, item, { published_at = null }) =>
    waitAgain(trx, viewer, item, { from: 'published', state: 'submitted', published_at }),
  practice_returned: (trx, viewer, item, { published_at = null }) =>
    waitAgain(trx, viewer, item, { from: 'draft', state: 'submitted', published_at }),
}

/** An item that the viewer keeps in order, whatever its state; undefined for any other. */
export function findKept(trx: Db, viewer: SignedIn, id: string) {
  return trx
    .selectFrom('item')
    .where('item.id', '=', id)
    .where(stewarded(viewer))
    .select(['item.id', 'item.kind', 'item.thread_id'])
    .executeTakeFirst()
}

async function change(
  trx: Db,
  { id }: Item,
  values: Updateable<ItemTable>,
  still: RawBuilder<unknown>,
) {
  const changed = await trx
    .updateTable('item')
    .set(values)
    .where('id', '=', id)
    .where(sql<boolean>`${still}`)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

async function reopenReports(trx: Db, ids: string[]) {
  if (ids.length === 0) return 0
  const reopened = await trx
    .updateTable('report')
    .set({ settled_at: null, settled_by: null, settlement: null })
    .where('id', 'in', ids)
    .returning('id')
    .execute()
  return reopened.length
}

// Another answer that was marked meanwhile stays.
async function answerAgain(trx: Db, postId: string, { item_id, ...accepted }: Answered) {
  await trx
    .updateTable('thread')
    .set({ accepted_post_id: postId, ...accepted })
    .where('item_id', '=', item_id)
    .where('accepted_post_id', 'is', null)
    .execute()
}

async function lockAgain(trx: Db, viewer: SignedIn, item: Item, { locked_at = null }: State) {
  const changed = await trx
    .updateTable('thread')
    .set({ locked_at })
    .where('item_id', '=', item.id)
    .where('locked_at', 'is not', locked_at)
    .returning('item_id')
    .executeTakeFirst()
  return changed !== undefined
}

type Waiting = {
  from: 'published' | 'draft'
  state: 'held' | 'submitted'
  published_at: string | null
}

// What its author changed meanwhile is not taken out of their hands.
async function waitAgain(trx: Db, viewer: SignedIn, item: Item, { from, ...waiting }: Waiting) {
  const unchanged = sql`state = ${from} and ${viewer.id} = (select author_id from revision
    where revision.item_id = item.id order by number desc limit 1)`
  if (!(await change(trx, item, waiting, unchanged))) return false
  await sealItem(trx, item.id, viewer.id)
  await refresh(trx, item)
  return true
}

async function refresh(trx: Db, { id, kind, thread_id }: Item) {
  if (kind === 'step') await restate(trx, id)
  if (kind === 'thread') await recountReplies(trx, id)
  if (kind === 'post' && thread_id) await recountReplies(trx, thread_id)
  await indexThread(trx, id)
}
