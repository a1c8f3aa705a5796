import type { Row } from '#db/schema.ts'
import { type Around, canTakePart } from '../posts/posts.policy.ts'
import { isMember, type Viewer } from '../users/viewer.ts'

/** Asking in the open is for every account with a confirmed address; in a space for its people. */
export function canAsk(viewer: Viewer, around: Around) {
  if (!viewer?.email_confirmed) return false
  return around ? canTakePart(viewer, around) : true
}

/** The first thread of someone without a seat waits for a facilitator. */
export function isHeldFirst(viewer: Viewer, { accepted }: { accepted: boolean }, around: Around) {
  return !around && !isMember(viewer) && !accepted
}

type Question = Pick<Row<'thread'>, 'form' | 'locked_at'> &
  Pick<Row<'item'>, 'author_id' | 'state' | 'hidden_at'> & { steward: boolean }

/** Who asked says what answered; a steward may say it for them. */
export function canMarkAnswer(viewer: Viewer, thread: Question, around: Around) {
  if (thread.form !== 'question' || thread.state !== 'published' || thread.hidden_at) return false
  if (around?.archived_at) return false
  if (thread.steward) return viewer !== null
  if (!viewer || viewer.id !== thread.author_id || thread.locked_at) return false
  return canAsk(viewer, around)
}
