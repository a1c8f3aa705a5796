import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import type { SignedIn } from '../users/viewer.ts'
import { notify } from './notifications.server.ts'
import { readersAmong } from './recipients.server.ts'

/** What is told on the site alone: something new under a topic, a change, something in a collection. */
export type OnSite = {
  kind: Extract<Row<'telling'>['kind'], 'topic' | 'changed' | 'collected'>
  item_id: string
  followed: string[]
}

/**
 * Tells these people (ids) of an item, if they may read it: of what is new under a topic unless they were
 * told of it in any way, of a change once until they have looked. What came to a collection is told of the
 * collection, once until they have looked, as whoever makes one adds many things in a row; to nobody
 * when it was taken out again.
 */
export async function tellOnSite(
  trx: Db,
  actor: Pick<SignedIn, 'id'>,
  { kind, item_id, followed }: OnSite,
  people: string[],
) {
  const about = kind === 'collected' ? followed[0]! : item_id
  if (kind === 'collected' && !(await holds(trx, about, item_id))) return
  const told = await listTold(trx, about, kind === 'topic' ? undefined : kind)
  let readers = people.filter((id) => !told.has(id))
  for (const item of new Set([item_id, about])) {
    readers = (await readersAmong(trx, item, readers)).map(({ id }) => id)
  }
  const notice = { kind, item_id: about, actor_id: actor.id }
  await notify(trx, ...readers.map((user_id) => ({ user_id, ...notice })))
}

/** The ids of those who were told of an item; `unread`: in this way, and have not looked since. */
export async function listTold(trx: Db, itemId: string, unread?: 'changed' | 'collected') {
  const rows = await trx
    .selectFrom('notification')
    .where('item_id', '=', itemId)
    .$if(unread !== undefined, (qb) => qb.where('kind', '=', unread!).where('read_at', 'is', null))
    .select('user_id')
    .execute()
  return new Set(rows.map(({ user_id }) => user_id))
}

async function holds(trx: Db, collectionId: string, itemId: string) {
  const entry = await trx
    .selectFrom('collection_entry')
    .where('collection_id', '=', collectionId)
    .where('item_id', '=', itemId)
    .select(sql`1`.as('one'))
    .executeTakeFirst()
  return entry !== undefined
}
