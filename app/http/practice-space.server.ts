import { canWriteInSpace } from '#app/domain/spaces/spaces.policy.ts'
import { findSpace } from '#app/domain/spaces/spaces.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { allowed, found } from './respond.server.ts'

/** The space that an address asks to write in (`?space=`), if any; throws when that may not be. */
export async function spaceToWriteIn(request: Request, viewer: SignedIn) {
  const slug = new URL(request.url).searchParams.get('space')
  if (!slug) return undefined
  const space = found(await findSpace(db, viewer, slug))
  allowed(canWriteInSpace(viewer, { space, role: space.role }))
  return space
}
