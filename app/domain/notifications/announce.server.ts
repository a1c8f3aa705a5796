import type { Db } from '#db/client.server.ts'
import { listFollowers, type Part } from '../follows/follows.server.ts'
import { listTopicFollowers } from '../follows/topics.server.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { notify } from './notifications.server.ts'
import { readersAmong } from './recipients.server.ts'

type Actor = Pick<SignedIn, 'id'>

/**
 * Tells a part of those whom `announce` has left to be told, and who were not told of it in another way;
 * gives the ids of all whom it looked at.
 */
export async function tellTopics(trx: Db, actor: Actor, itemId: string, part: Part) {
  const told = await listTold(trx, itemId)
  const followers = await listTopicFollowers(trx, itemId, part)
  const people = followers.filter((id) => !told.has(id))
  await tellAll(trx, actor, { kind: 'topic', itemId, people })
  return followers
}

/**
 * Tells those who follow an item, and may still read it, that it was changed: on the site alone, and
 * once until they have looked. Takes the transaction of the change.
 */
export async function announceChange(trx: Db, actor: SignedIn, itemId: string) {
  const told = await listTold(trx, itemId, 'changed')
  const people = (await listFollowers(trx, [itemId])).filter((id) => !told.has(id))
  await tellAll(trx, actor, { kind: 'changed', itemId, people })
}

/**
 * Tells those who follow a collection that something came to it, if they may read that: on the site
 * alone, and once until they have looked, as whoever makes one adds many things in a row.
 */
export async function announceEntry(
  trx: Db,
  actor: SignedIn,
  collectionId: ReadableId,
  entryId: string,
) {
  const people = await readersAmong(trx, entryId, await listFollowers(trx, [collectionId]))
  const told = await listTold(trx, collectionId, 'collected')
  const about = { kind: 'collected', itemId: collectionId } as const
  const ids = people.map(({ id }) => id).filter((id) => !told.has(id))
  await tellAll(trx, actor, { ...about, people: ids })
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

type Telling = { kind: 'topic' | 'changed' | 'collected'; itemId: string; people: string[] }

async function tellAll(trx: Db, actor: Actor, { kind, itemId, people }: Telling) {
  const readers = await readersAmong(trx, itemId, people)
  const about = { kind, item_id: itemId, actor_id: actor.id }
  await notify(trx, ...readers.map(({ id }) => ({ user_id: id, ...about })))
}
