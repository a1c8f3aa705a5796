import type { Row } from '#db/schema.ts'
import { canWriteInSpace } from '../spaces/spaces.policy.ts'
import { isMember, type Viewer } from '../users/viewer.ts'
import { UNSEND_SECONDS } from './posts.limits.ts'

/** A space as the viewer found it; undefined for what stands in no space. */
export type Around =
  | (Pick<Row<'space'>, 'visibility' | 'joining' | 'archived_at'> & {
      role: Row<'space_member'>['role'] | null
    })
  | undefined

type Item = Pick<Row<'item'>, 'author_id' | 'state' | 'hidden_at'>
type Talk = Item & Pick<Row<'thread'>, 'locked_at'>

/**
 * Taking part in a conversation: with a confirmed address, in a space its own people, elsewhere
 * those with a confirmed seat.
 */
export function canTakePart(viewer: Viewer, around: Around) {
  if (!viewer?.email_confirmed) return false
  return around ? canWriteInSpace(viewer, { space: around, role: around.role }) : isMember(viewer)
}

export function canReply(viewer: Viewer, thread: Talk, around: Around) {
  return isOpen(thread) && thread.locked_at === null && canTakePart(viewer, around)
}

/** Only what one wrote oneself; stewards hide, they never change another's words. */
export function canEdit(viewer: Viewer, item: Item, around: Around) {
  if (!viewer || viewer.id !== item.author_id || item.hidden_at !== null) return false
  return around ? canWriteInSpace(viewer, { space: around, role: around.role }) : true
}

/** What later replies quote stays: their sense would go with it. */
export function canWithdraw(viewer: Viewer, post: Item & { quoted: boolean }, around: Around) {
  return canEdit(viewer, post, around) && !post.quoted
}

/** Shortly after it was sent; whether anybody has answered it yet is asked when it is done. */
export function canUnsend(viewer: Viewer, item: Item & { created_at: string }) {
  if (!viewer || viewer.id !== item.author_id || item.hidden_at !== null) return false
  return Date.parse(item.created_at) > Date.now() - UNSEND_SECONDS * 1000
}

/** A word to another: nobody thanks themselves. */
export function canReact(viewer: Viewer, item: Item, around: Around) {
  return isOpen(item) && canTakePart(viewer, around) && viewer?.id !== item.author_id
}

function isOpen({ state, hidden_at }: Item) {
  return state === 'published' && hidden_at === null
}
