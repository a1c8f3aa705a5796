import type { Lang, Row } from '#db/schema.ts'

/** A confirmed, current seat. */
export type ViewerSeat = {
  id: string
  collectivity_code: string | null
  function: Row<'seat'>['function']
  /** Where its collectivity stands in the cycle of its programme, as far as somebody said. */
  stage?: Row<'cycle_stage'>['stage'] | null
}

/** From where somebody acts, as the audit log keeps it: a part of the forum, a browser and system. */
export type Origin = { place: string; device: string }

export type SignedIn = {
  id: string
  handle: string
  name: string
  lang: Lang
  role: Row<'user'>['role']
  email_confirmed: boolean
  seats: ViewerSeat[]
  /** The role asks for a second factor that this sign-in did not give: till then it is not in force. */
  role_waits: boolean
  /** The notice on personal data has changed since they accepted it, or they never did. */
  notice_waits: boolean
  /** Left out where nobody sends a request. */
  from?: Origin
}

/** Who is asking: a person who signed in, or null for a visitor. */
export type Viewer = SignedIn | null

/** Runs the network's forum day to day: confirms, reviews, hides. Administrators may do the same. */
export function isFacilitator(viewer: Viewer): viewer is SignedIn {
  return viewer !== null && viewer.role !== 'account' && !viewer.role_waits
}

export function isAdmin(viewer: Viewer): viewer is SignedIn {
  return viewer?.role === 'admin' && !viewer.role_waits
}

/** Holds a confirmed seat, and so takes part as a member of the network. */
export function isMember(viewer: Viewer): viewer is SignedIn {
  return viewer !== null && (viewer.seats.length > 0 || viewer.role !== 'account')
}
