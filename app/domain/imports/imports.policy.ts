import { isFacilitator, type Viewer } from '../users/viewer.ts'

/** Drafts are made for a collectivity of one's own seats; facilitators enter them for any. */
export function canImportFor(viewer: Viewer, code: string) {
  const own = viewer?.seats.some((seat) => seat.collectivity_code === code) ?? false
  return own || isFacilitator(viewer)
}
