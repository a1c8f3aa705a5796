import type { Row } from '#db/schema.ts'
import { type Around, canEdit, canTakePart } from '../posts/posts.policy.ts'
import type { Viewer } from '../users/viewer.ts'

type Challenge = Pick<Row<'item'>, 'author_id' | 'state' | 'hidden_at'> & { steward: boolean }

/** Opening a challenge: members of the network, in a space its own people. */
export function canOpenChallenge(viewer: Viewer, around: Around) {
  return canTakePart(viewer, around)
}

/** Linking answers and saying "we face this as well". */
export function canContribute(viewer: Viewer, challenge: Challenge, around: Around) {
  return challenge.hidden_at === null && canTakePart(viewer, around)
}

/** How far it has come and what came of it: its author, or those who keep order there. */
export function canConclude(viewer: Viewer, challenge: Challenge, around: Around) {
  if (!viewer || challenge.hidden_at !== null || around?.archived_at) return false
  return challenge.steward || canEdit(viewer, challenge, around)
}

/** A link is taken away by who made it or by those who keep order there. */
export function canUnlink(
  viewer: Viewer,
  challenge: Challenge,
  link: { linked_by: string | null },
  around: Around,
) {
  if (!viewer || around?.archived_at) return false
  if (challenge.steward) return true
  return link.linked_by === viewer.id && canContribute(viewer, challenge, around)
}
