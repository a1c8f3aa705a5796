import { isFacilitator, type Viewer } from '../users/viewer.ts'

/** Confirming and refusing are for facilitators, and never for one's own seat. */
export function canDecideSeat(viewer: Viewer, seat: { user_id: string }) {
  return isFacilitator(viewer) && viewer.id !== seat.user_id
}
