import type { Db } from '#db/client.server.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import type { Audience, Reader } from './audience.ts'
import { listMembers } from './members.server.ts'
import { READERS_NAMED } from './spaces.limits.ts'
import type { FoundSpace } from './spaces.server.ts'

/** Who will read what stands in a space, or in the open; of a private space its people by name. */
export async function audienceOf(db: Db, space: FoundSpace | undefined): Promise<Audience> {
  if (!space) return { visibility: 'public', members: 0 }
  const { id, visibility, members, name, slug } = space
  const around = { visibility, members, space: name, slug }
  return visibility === 'private' ? { ...around, people: await listReaders(db, id) } : around
}

/** The first people of a space, each with the collectivity of their seat. */
export async function listReaders(db: Db, spaceId: ReadableId): Promise<Reader[]> {
  const members = await listMembers(db, spaceId, READERS_NAMED)
  return members.map(({ name, handle, seat }) => ({ name, handle, place: placeOf(seat) }))
}

function placeOf(seat: Awaited<ReturnType<typeof listMembers>>[number]['seat']) {
  const { code, name_ar, name_fr } = seat ?? {}
  return code && name_ar && name_fr ? { code, name_ar, name_fr } : null
}
