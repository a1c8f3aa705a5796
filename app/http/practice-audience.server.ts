import type { FoundPractice } from '#app/domain/practices/find.server.ts'
import type { Audience, DraftAudience } from '#app/domain/spaces/audience.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import { findSpaceById } from '#app/domain/spaces/spaces.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'

type Placed = Pick<
  FoundPractice,
  'state' | 'space_id' | 'space_name' | 'author_name' | 'author_handle' | 'co_authors'
>

/** Who can read a practice as it now stands. */
export async function practiceAudience(
  viewer: Viewer,
  practice: Placed,
): Promise<Audience | DraftAudience> {
  const { state, space_id, space_name } = practice
  const space = space_name ?? undefined
  if (state === 'draft') {
    return { visibility: 'authors', space, people: authorsOf(practice) }
  }
  if (state === 'submitted') return { visibility: 'reviewers', space }
  return audienceOf(db, space_id ? await findSpaceById(db, viewer, space_id) : undefined)
}

function authorsOf({ co_authors, author_name: name, author_handle: handle }: Placed) {
  const author = name && handle ? [{ name, handle }] : []
  return [...author, ...co_authors].map((one) => ({
    name: one.name,
    handle: one.handle,
    place: null,
  }))
}
