import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

/**
 * What a change of visibility would show to others or hide from them, in numbers: what has been
 * published in the space and is not hidden, and its people.
 */
export async function reachOf(db: Db, spaceId: string) {
  const rows = await db
    .selectFrom('item')
    .where('space_id', '=', spaceId)
    .where('state', 'in', ['published', 'archived'])
    .where('hidden_at', 'is', null)
    .groupBy('kind')
    .select(['kind', sql<number>`count(*)`.as('count')])
    .execute()
  const of = (...kinds: Row<'item'>['kind'][]) =>
    rows.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { count }) => sum + count, 0)
  const { members } = await db
    .selectFrom('space_member')
    .where('space_id', '=', spaceId)
    .select(sql<number>`count(*)`.as('members'))
    .executeTakeFirstOrThrow()
  return {
    challenges: of('challenge'),
    threads: of('thread'),
    posts: of('post'),
    practices: of('practice', 'tool'),
    documents: of('document'),
    members,
  }
}

export type Reach = Awaited<ReturnType<typeof reachOf>>
