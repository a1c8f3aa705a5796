import type { Db } from '#db/client.server.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import type { Meaning } from './meanings.ts'

/** Says it, or takes it back when it had been said. */
export async function toggleReaction(
  trx: Db,
  viewer: SignedIn,
  { itemId, meaning }: { itemId: ReadableId; meaning: Meaning },
) {
  const key = { item_id: itemId, user_id: viewer.id, meaning }
  const { numDeletedRows } = await trx
    .deleteFrom('reaction')
    .where((eb) => eb.and(key))
    .executeTakeFirstOrThrow()
  if (numDeletedRows > 0n) return
  await trx.insertInto('reaction').values(key).execute()
  // It worked or it did not: one of the two at a time.
  const opposite = { worked: 'did_not_work', did_not_work: 'worked', thanks: null } as const
  const other = opposite[meaning]
  if (!other) return
  await trx
    .deleteFrom('reaction')
    .where((eb) => eb.and({ ...key, meaning: other }))
    .execute()
}
