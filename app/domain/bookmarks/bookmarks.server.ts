import type { Db } from '#db/client.server.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'

/** Marks an item for oneself, or takes the mark away; gives whether it is marked now. */
export async function toggleBookmark(trx: Db, viewer: SignedIn, itemId: ReadableId) {
  const key = { user_id: viewer.id, item_id: itemId }
  const { numDeletedRows } = await trx
    .deleteFrom('bookmark')
    .where((eb) => eb.and(key))
    .executeTakeFirstOrThrow()
  if (numDeletedRows > 0n) return false
  await trx.insertInto('bookmark').values(key).execute()
  return true
}
