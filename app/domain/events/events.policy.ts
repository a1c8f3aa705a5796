import type { Row } from '#db/schema.ts'
import { isFacilitator, type Viewer } from '../users/viewer.ts'

type Event = Pick<Row<'item'>, 'hidden_at'>

/** Listing events and what was presented there: facilitators. */
export function canMakeEvent(viewer: Viewer) {
  return isFacilitator(viewer) && viewer.email_confirmed
}

export function canEditEvent(viewer: Viewer, { hidden_at }: Event) {
  return canMakeEvent(viewer) && hidden_at === null
}

/** The seat from which this viewer answers for a presentation: any of the collectivity that gave it. */
export function presentingSeat(viewer: Viewer, { hidden_at }: Event, code: string) {
  if (!viewer?.email_confirmed || hidden_at !== null) return undefined
  return viewer.seats.find(({ collectivity_code }) => collectivity_code === code)
}
