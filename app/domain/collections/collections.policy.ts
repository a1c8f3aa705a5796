import type { Row } from '#db/schema.ts'
import { isFacilitator, type Viewer } from '../users/viewer.ts'

type Collection = Pick<Row<'item'>, 'author_id' | 'hidden_at'> & { steward: boolean }

/** Making collections: those who serve the whole network, facilitators and trainers. */
export function canMakeCollection(viewer: Viewer) {
  if (!viewer?.email_confirmed) return false
  return viewer.seats.some((seat) => seat.collectivity_code === null) || isFacilitator(viewer)
}

/** What a collection says and holds: whoever made it, and facilitators. */
export function canArrange(viewer: Viewer, collection: Collection) {
  if (!canMakeCollection(viewer) || collection.hidden_at !== null) return false
  return collection.steward || collection.author_id === viewer?.id
}
