import type { Db } from '#db/client.server.ts'
import { readable } from '../items/visibility.server.ts'
import type { Viewer } from '../users/viewer.ts'
import type { FoundPractice } from './find.server.ts'
import type { Wider } from './origin.ts'

/**
 * Whether more people, or others, will read a practice than read the thread it was made from: where that
 * stands, if the viewer may still know, and who will read what is taken from it.
 */
export async function widerThanOrigin(
  db: Db,
  viewer: Viewer,
  item: Pick<FoundPractice, 'origin_id' | 'space_id' | 'space_name' | 'visibility'>,
): Promise<Wider | null> {
  if (item.origin_id === null) return null
  const origin = await db
    .selectFrom('item')
    .leftJoin('space', 'space.id', 'item.space_id')
    .where('item.id', '=', item.origin_id)
    .where(readable(viewer))
    .select(['item.space_id', 'space.name', 'space.visibility'])
    .executeTakeFirst()
  const to = item.visibility ?? 'public'
  const wider = { from: origin?.name ?? null, to, space: item.space_name }
  if (!origin) return wider
  if (origin.space_id === item.space_id || origin.space_id === null) return null
  if (origin.visibility === 'public') return null
  return origin.visibility === 'network' && to !== 'public' ? null : wider
}
