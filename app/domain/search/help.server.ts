import type { Db } from '#db/client.server.ts'
import { readable, visibleSpace } from '../items/visibility.server.ts'

/** An author and a space for the examples of the help page: what everybody may read, if any. */
export async function findExamples(db: Db) {
  const space = await db
    .selectFrom('space')
    .where(visibleSpace(null))
    .orderBy('space.created_at', 'desc')
    .orderBy('space.id', 'desc')
    .limit(1)
    .select('space.name')
    .executeTakeFirst()
  const author = await db
    .selectFrom('item')
    .innerJoin('user', 'user.id', 'item.author_id')
    .where('item.kind', '=', 'practice')
    .where('item.state', '=', 'published')
    .where('user.suspended_at', 'is', null)
    .where(readable(null))
    .orderBy('item.published_at', 'desc')
    .limit(1)
    .select('user.handle')
    .executeTakeFirst()
  return { by: author?.handle, space: space?.name.replace(/["«»“”„]/g, ' ') }
}
