import { isAdmin, type Viewer } from '../users/viewer.ts'

type Account = { id: string; suspended_at: string | null }

/** Roles are for administrators; a suspended account has to be restored first. */
export function canChangeRole(viewer: Viewer, account: Account) {
  return isAdmin(viewer) && account.suspended_at === null
}

/** Nobody shuts themselves out. */
export function canSuspend(viewer: Viewer, account: Account) {
  return isAdmin(viewer) && account.id !== viewer.id && account.suspended_at === null
}

/** For whoever lost the phone and the recovery codes; one's own is in one's own settings. */
export function canRemoveSecondFactor(viewer: Viewer, account: Account) {
  return isAdmin(viewer) && account.id !== viewer.id
}

export function canUnsuspend(viewer: Viewer, account: Account) {
  return isAdmin(viewer) && account.suspended_at !== null
}
