import type { Row } from '#db/schema.ts'
import { isFacilitator, isMember, type Viewer } from '../users/viewer.ts'

// Who may *see* a space is not here: `visibleSpace` in items/visibility.server.ts is its only definition.
export type Standing = {
  space: Pick<Row<'space'>, 'visibility' | 'joining' | 'archived_at'>
  /** The viewer's role in the space; null when they are not in it. */
  role: Row<'space_member'>['role'] | null
}

/** Writing is for the space's own people, whoever may read it. */
export function canWriteInSpace(viewer: Viewer, { space, role }: Standing) {
  return viewer !== null && role !== null && space.archived_at === null
}

/** Keeping order inside: invites, admits, hides. */
export function canModerateSpace(viewer: Viewer, { role }: Standing) {
  return viewer !== null && (role === 'moderator' || role === 'owner')
}

export function canOwnSpace(viewer: Viewer, { role }: Standing) {
  return viewer !== null && role === 'owner'
}

export function canCreateSpace(viewer: Viewer) {
  return isMember(viewer)
}

export function canJoinSpace(viewer: Viewer, { space, role }: Standing) {
  return isMember(viewer) && role === null && space.joining === 'open' && space.archived_at === null
}

export function canAskToJoinSpace(viewer: Viewer, { space, role }: Standing) {
  return (
    isMember(viewer) && role === null && space.joining === 'request' && space.archived_at === null
  )
}

/** Nobody's to join yet, but theirs once a seat of theirs is confirmed: so they are told. */
export function couldJoinSpace(viewer: Viewer, { space, role }: Standing) {
  return (
    !isMember(viewer) &&
    role === null &&
    space.joining !== 'invitation' &&
    space.archived_at === null
  )
}

/** Being in it: what its own people alone see and do, such as its log and leaving it. */
export function isInSpace(viewer: Viewer, { role }: Standing) {
  return viewer !== null && role !== null
}

/** Who asks to join is answered by those who keep the space, or by facilitators where they see it. */
export function canAnswerRequests(viewer: Viewer, standing: Standing) {
  const open = standing.space.visibility !== 'private'
  return canModerateSpace(viewer, standing) || (isFacilitator(viewer) && open)
}

/** Nobody is let into a space that is no longer in use. */
export function canAdmitToSpace(viewer: Viewer, standing: Standing) {
  return canAnswerRequests(viewer, standing) && standing.space.archived_at === null
}

/** New people are let in while the space is in use. */
export function canInviteToSpace(viewer: Viewer, standing: Standing) {
  return canModerateSpace(viewer, standing) && standing.space.archived_at === null
}
