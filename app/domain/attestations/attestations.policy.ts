import { isFacilitator, type Viewer } from '../users/viewer.ts'

type Draft = {
  mine: boolean
  state: string
  space_id: string | null
  collectivity_code: string | null
  origin_id: string | null
}

/**
 * A facilitator asks a collectivity about what they wrote for it, which nobody has read yet. What stands
 * in a space or was made from a thread has other readers to agree with.
 */
export function canAskAttestation(viewer: Viewer, draft: Draft) {
  const { mine, state, space_id, collectivity_code, origin_id } = draft
  return (
    isFacilitator(viewer) &&
    mine &&
    state === 'draft' &&
    space_id === null &&
    origin_id === null &&
    collectivity_code !== null
  )
}
