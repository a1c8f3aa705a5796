import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import { type ReadableId, visibleSpace } from '../items/visibility.server.ts'
import type { Viewer } from '../users/viewer.ts'

/**
 * A space by its address, with the viewer's role in it and the number of its members. Gives
 * undefined alike when it is absent and when it is not for this viewer.
 */
export async function findSpace(db: Db, viewer: Viewer, slug: string) {
  return spaces(db, viewer).where('space.slug', '=', slug).executeTakeFirst()
}

/** The same by id, for what already names its space. */
export async function findSpaceById(db: Db, viewer: Viewer, id: string) {
  return spaces(db, viewer).where('space.id', '=', id).executeTakeFirst()
}

export type FoundSpace = NonNullable<Awaited<ReturnType<typeof findSpace>>>

/** The spaces that the viewer may see, each with their role in it and its number of members. */
export function spaces(db: Db, viewer: Viewer) {
  return db
    .selectFrom('space')
    .leftJoin('space_member as own', (join) =>
      join.onRef('own.space_id', '=', 'space.id').on('own.user_id', '=', viewer?.id ?? ''),
    )
    .where(visibleSpace(viewer))
    .selectAll('space')
    .select('own.role')
    .select(
      sql<number>`(select count(*) from space_member as one where one.space_id = space.id)`.as(
        'members',
      ),
    )
    .$narrowType<{ id: ReadableId; role: Row<'space_member'>['role'] | null }>()
}
