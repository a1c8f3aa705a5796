import type { Db } from '#db/client.server.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'

/** Follows an item, or stops; gives whether one follows it now. */
export async function toggleFollow(trx: Db, viewer: SignedIn, itemId: ReadableId) {
  const { numDeletedRows } = await trx
    .deleteFrom('follow')
    .where('user_id', '=', viewer.id)
    .where('item_id', '=', itemId)
    .executeTakeFirstOrThrow()
  if (numDeletedRows > 0n) return false
  await follow(trx, viewer, itemId)
  return true
}

/** Follows an item, if one does not yet. */
export async function follow(trx: Db, viewer: SignedIn, itemId: string) {
  await trx
    .insertInto('follow')
    .values({ user_id: viewer.id, item_id: itemId })
    .onConflict((conflict) => conflict.columns(['user_id', 'item_id']).doNothing())
    .execute()
}

/** So many people, in the order of their ids, after one. */
export type Part = { after: string; limit: number }

/** The ids of those who follow any of these items, in their order: all of them, or a part. */
export async function listFollowers(db: Db, itemIds: string[], part?: Part) {
  if (itemIds.length === 0) return []
  const rows = await db
    .selectFrom('follow')
    .where('item_id', 'in', itemIds)
    .$if(part !== undefined, (qb) => qb.where('user_id', '>', part!.after).limit(part!.limit))
    .distinct()
    .orderBy('user_id')
    .select('user_id')
    .execute()
  return rows.map(({ user_id }) => user_id)
}
