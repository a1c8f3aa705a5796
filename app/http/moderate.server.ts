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
 * Does to an item what `canAct` allowed, and writes to its author where it concerns them. Gives the
 * act's id in the log, or undefined when there was nothing left to do.
 */
export async function moderate(
  viewer: SignedIn,
  item: ModeratedItem,
  { verb, reason }: { verb: ItemVerb; reason: string },
) {
  if (verb === 'approve') return (await approve(viewer, item.id))?.act
  if (verb === 'return') return (await giveBack(viewer, item.id, reason))?.act
  return db.transaction().execute((trx) => ACTS[verb](trx, viewer, item, reason))
}

type Act = (
  trx: Db,
  viewer: SignedIn,
  item: ModeratedItem,
  reason: string,
) => Promise<string | undefined>

const ACTS: Record<Exclude<ItemVerb, 'approve' | 'return'>, Act> = {
  keep: keepItem,
  lock: (trx, viewer, item) => lockThread(trx, viewer, item, true),
  unlock: (trx, viewer, item) => lockThread(trx, viewer, item, false),
  async hide(trx, viewer, item, reason) {
    const act = await hideItem(trx, viewer, item, reason)
    if (act) await mailAboutItem(trx, viewer, item, { kind: 'item_hidden', reason, act })
    return act
  },
  async restore(trx, viewer, item) {
    const act = await restoreItem(trx, viewer, item)
    if (act) await mailAboutItem(trx, viewer, item, { kind: 'item_restored', act })
    return act
  },
  async publish(trx, viewer, item) {
    const act = await releaseItem(trx, viewer, item)
    await mailAboutItem(trx, viewer, item, { kind: 'item_released', act })
    return act
  },
}
