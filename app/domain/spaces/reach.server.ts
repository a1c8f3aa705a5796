import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import { listReaders } from './readers.server.ts'

/**
 * What a change of visibility would show to others or hide from them: what has been published in the
 * space and is not hidden, and its people, in numbers and by name; and to how many confirmed members
 * of the network.
 */
export async function reachOf(db: Db, spaceId: ReadableId) {
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
    steps: of('step'),
    members,
    people: await listReaders(db, spaceId),
    network: await countConfirmed(db),
  }
}

async function countConfirmed(db: Db) {
  const today = new Date().toISOString().slice(0, 10)
  const { people } = await db
    .selectFrom('seat')
    .innerJoin('user', 'user.id', 'seat.user_id')
    .where('user.suspended_at', 'is', null)
    .where('seat.confirmed_at', 'is not', null)
    .where((eb) => eb.or([eb('seat.ends_on', 'is', null), eb('seat.ends_on', '>=', today)]))
    .select(sql<number>`count(distinct seat.user_id)`.as('people'))
    .executeTakeFirstOrThrow()
  return people
}
