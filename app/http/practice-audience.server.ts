import type { FoundPractice } from '#app/domain/practices/find.server.ts'
import type { Audience, DraftAudience } from '#app/domain/spaces/audience.ts'
import { audienceOf, findSpaceById } from '#app/domain/spaces/spaces.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'

type Placed = Pick<FoundPractice, 'state' | 'space_id' | 'space_name'>

/** Who can read a practice as it now stands. */
export async function practiceAudience(
  viewer: Viewer,
  { state, space_id, space_name }: Placed,
): Promise<Audience | DraftAudience> {
  const space = space_name ?? undefined
  if (state === 'draft') return { visibility: 'authors', space }
  if (state === 'submitted') return { visibility: 'reviewers', space }
  return audienceOf(space_id ? await findSpaceById(db, viewer, space_id) : undefined)
}
