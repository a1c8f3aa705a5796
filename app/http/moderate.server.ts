import {
  hideItem,
  keepItem,
  lockThread,
  releaseItem,
  restoreItem,
} from '#app/domain/moderation/acts.server.ts'
import type { ModeratedItem } from '#app/domain/moderation/items.server.ts'
import type { ItemVerb } from '#app/domain/moderation/moderation.limits.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { type Db, db } from '#db/client.server.ts'
import { mailAboutItem } from './item-mail.server.ts'
import { approve, giveBack } from './practice-review.server.ts'

/**
 * Does to an item what `canAct` allowed, and writes to its author where it concerns them. Gives
 * whether there was still something to do.
 */
export async function moderate(
  viewer: SignedIn,
  item: ModeratedItem,
  { verb, reason }: { verb: ItemVerb; reason: string },
) {
  if (verb === 'approve') return (await approve(viewer, item.id)) !== undefined
  if (verb === 'return') return (await giveBack(viewer, item.id, reason)) !== undefined
  return db.transaction().execute((trx) => ACTS[verb](trx, viewer, item, reason))
}

type Act = (trx: Db, viewer: SignedIn, item: ModeratedItem, reason: string) => Promise<boolean>

const ACTS: Record<Exclude<ItemVerb, 'approve' | 'return'>, Act> = {
  keep: keepItem,
  lock: (trx, viewer, item) => lockThread(trx, viewer, item, true),
  unlock: (trx, viewer, item) => lockThread(trx, viewer, item, false),
  async hide(trx, viewer, item, reason) {
    const done = await hideItem(trx, viewer, item, reason)
    if (done) await mailAboutItem(trx, viewer, item, { kind: 'item_hidden', reason })
    return done
  },
  async restore(trx, viewer, item) {
    const done = await restoreItem(trx, viewer, item)
    if (done) await mailAboutItem(trx, viewer, item, { kind: 'item_restored' })
    return done
  },
  async publish(trx, viewer, item) {
    const done = await releaseItem(trx, viewer, item)
    if (done) await mailAboutItem(trx, viewer, item, { kind: 'item_released' })
    return done
  },
}
