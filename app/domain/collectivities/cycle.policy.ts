import { isFacilitator, type SignedIn, type Viewer } from '../users/viewer.ts'

type Place = { code: string; kind: string }

/**
 * Whoever holds a seat in a collectivity says where it stands in its cycle, and so do facilitators. An
 * arrondissement has no programme of its own.
 */
export function canSayStage(viewer: Viewer, place: Place): viewer is SignedIn {
  if (!viewer?.email_confirmed || place.kind === 'arrondissement') return false
  const holds = viewer.seats.some(({ collectivity_code }) => collectivity_code === place.code)
  return holds || isFacilitator(viewer)
}
