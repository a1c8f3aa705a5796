import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

type Actor = { id: string }

/**
 * Lets those be told whom a new text mentions, those whose practice it asks about (ids of people), and
 * those who follow what it belongs to (ids), each once and only if they may read it. Takes the transaction
 * of the text itself; a job tells them a moment later, so that nobody who writes waits for it.
 */
export async function tellOf(
  trx: Db,
  actor: Actor,
  itemId: string,
  { followed = [], asked = [] }: { followed?: string[]; asked?: string[] } = {},
) {
  const ids = { followed: JSON.stringify(followed), asked: JSON.stringify(asked) }
  await insertTelling(trx, { kind: 'text', item_id: itemId, actor_id: actor.id, ...ids })
}

/**
 * Lets those be told who follow a topic that something new belongs to, on the site alone, each once and
 * only if they may read it. Takes the transaction that publishes it, after `tellOf`.
 */
export async function announce(trx: Db, actor: Actor, itemId: string) {
  const none = { followed: '[]', asked: '[]' }
  await insertTelling(trx, { kind: 'topic', item_id: itemId, actor_id: actor.id, ...none })
}

async function insertTelling(trx: Db, telling: Omit<Row<'telling'>, 'id'>) {
  // SQLite gives the number.
  await trx
    .insertInto('telling')
    .values(telling as never)
    .execute()
}

/** The first telling after one (a number): of which item, by whom, and the ids of whom it concerns. */
export async function nextTelling(db: Db, after: number) {
  const row = await db
    .selectFrom('telling')
    .where('id', '>', after)
    .orderBy('id')
    .limit(1)
    .selectAll()
    .executeTakeFirst()
  if (!row) return undefined
  return { ...row, followed: readIds(row.followed), asked: readIds(row.asked) }
}

type Taken = Pick<Row<'telling'>, 'id' | 'kind' | 'item_id' | 'actor_id'>

function readIds(json: string) {
  return JSON.parse(json) as string[]
}

/**
 * Takes a telling, in the transaction that tells; gives whose deed it is and the words of the item, of
 * which nobody is told without being asked as a reader. Undefined when it was taken before, or the item
 * or the person has gone.
 */
export async function takeTelling(trx: Db, { id, kind, item_id, actor_id }: Taken) {
  const { numDeletedRows } = await trx
    .deleteFrom('telling')
    .where('id', '=', id)
    // A number is given again.
    .where('item_id', '=', item_id)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) return undefined
  const actor = await trx
    .selectFrom('user')
    .where('id', '=', actor_id)
    .select(['id', 'name'])
    .executeTakeFirst()
  const item = await trx
    .selectFrom('item')
    .innerJoin('item as whole', (join) =>
      join.on('whole.id', '=', sql<string>`coalesce(item.thread_id, item.id)`),
    )
    .leftJoin('item_text as named', (join) =>
      join.onRef('named.item_id', '=', 'whole.id').onRef('named.lang', '=', 'whole.lang'),
    )
    .leftJoin('section as body', (join) =>
      join
        .onRef('body.item_id', '=', 'item.id')
        .onRef('body.lang', '=', 'item.lang')
        .on('body.name', '=', 'body'),
    )
    .where('item.id', '=', item_id)
    .select(['item.id', 'item.kind', 'item.thread_id'])
    .select((eb) => eb.fn.coalesce('named.title', sql<string>`''`).as('title'))
    .select((eb) => eb.fn.coalesce('body.source', sql<string>`''`).as('source'))
    .executeTakeFirst()
  return actor && item && { actor, item }
}
