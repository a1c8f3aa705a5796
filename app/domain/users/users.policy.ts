import type { SignedIn, Viewer } from './viewer.ts'

/** Whoever signed in may read; writing needs a mail address that was confirmed. */
export function canWrite(viewer: Viewer): viewer is SignedIn {
  return viewer !== null && viewer.email_confirmed
}
