import { isFacilitator, type Viewer } from '../users/viewer.ts'

/** Confirming and refusing are for facilitators, and never for one's own seat. */
export function canDecideSeat(viewer: Viewer, seat: { user_id: string | null }) {
  return isFacilitator(viewer) && viewer.id !== seat.user_id
}

type Held = { user_id: string; collectivity_code: string | null }

/** One's own seat in a collectivity, or anybody's as a facilitator; the network's own by those alone. */
export function canHandOverSeat(viewer: Viewer, seat: Held) {
  const own = viewer !== null && viewer.id === seat.user_id && seat.collectivity_code !== null
  return own || isFacilitator(viewer)
}
