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
  await insertTelling(trx, actor, { kind: 'text', itemId, followed, asked })
}

/**
 * Lets those be told of a step who wrote its practice (ids of people), and who follow it (its id), each
 * once and only if they may read it. Takes the transaction of the step.
 */
export async function tellOfStep(
  trx: Db,
  actor: Actor,
  stepId: string,
  { practice, authors }: { practice: string; authors: string[] },
) {
  const whom = { followed: [practice], asked: authors }
  await insertTelling(trx, actor, { kind: 'adopted', itemId: stepId, ...whom })
}

/**
 * Lets those be told who follow a topic that something new belongs to, on the site alone, each once and
 * only if they may read it. Takes the transaction that publishes it, after `tellOf`.
 */
export async function announce(trx: Db, actor: Actor, itemId: string) {
  await insertTelling(trx, actor, { kind: 'topic', itemId })
}

/**
 * Lets those be told who follow an item, and may still read it, that it was changed: on the site alone,
 * and once until they have looked. Takes the transaction of the change.
 */
export async function announceChange(trx: Db, actor: Actor, itemId: string) {
  await insertTelling(trx, actor, { kind: 'changed', itemId, followed: [itemId] })
}

/**
 * Lets those be told who follow a collection that something came to it (an id), if they may read both:
 * on the site alone, and once until they have looked. Takes the transaction that adds it.
 */
export async function announceEntry(trx: Db, actor: Actor, collectionId: string, entryId: string) {
  await insertTelling(trx, actor, { kind: 'collected', itemId: entryId, followed: [collectionId] })
}

type New = {
  kind: Row<'telling'>['kind']
  itemId: string
  followed?: string[]
  asked?: string[]
}

async function insertTelling(
  trx: Db,
  actor: Actor,
  { kind, itemId, followed = [], asked = [] }: New,
) {
  const ids = { followed: JSON.stringify(followed), asked: JSON.stringify(asked) }
  const telling = { kind, item_id: itemId, actor_id: actor.id, ...ids }
  // SQLite gives the number.
  await trx
    .insertInto('telling')
    .values(telling as never)
    .execute()
}

/** The first telling after one (a number): its number, and the id of the item. */
export function nextTelling(db: Db, after: number) {
  return db
    .selectFrom('telling')
    .where('id', '>', after)
    .orderBy('id')
    .limit(1)
    .select(['id', 'item_id'])
    .executeTakeFirst()
}

/**
 * What a telling (a number) says, in the transaction that tells a part of it: the ids of whom it concerns
 * and how far it came, and as its deed whose it is and the words of the item, of which nobody is told
 * without being asked as a reader. Undefined when all were told; no deed when the item or the person has gone.
 */
export async function findTelling(trx: Db, id: number) {
  const row = await trx.selectFrom('telling').where('id', '=', id).selectAll().executeTakeFirst()
  if (!row) return undefined
  const actor = await trx
    .selectFrom('user')
    .where('id', '=', row.actor_id)
    .select(['id', 'name'])
    .executeTakeFirst()
  const item = await findItem(trx, row.item_id)
  const deed = actor && item && { actor, item }
  return { ...row, followed: readIds(row.followed), asked: readIds(row.asked), deed }
}

/** Notes who was told last (an id) of a telling: those after them are told another time; null: it is done. */
export async function noteTold(trx: Db, id: number, told_to: string | null) {
  if (told_to === null) await trx.deleteFrom('telling').where('id', '=', id).execute()
  else await trx.updateTable('telling').set({ told_to }).where('id', '=', id).execute()
}

function readIds(json: string) {
  return JSON.parse(json) as string[]
}

function findItem(trx: Db, id: string) {
  return trx
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
    .where('item.id', '=', id)
    .select(['item.id', 'item.kind', 'item.thread_id'])
    .select((eb) => eb.fn.coalesce('named.title', sql<string>`''`).as('title'))
    .select((eb) => eb.fn.coalesce('body.source', sql<string>`''`).as('source'))
    .executeTakeFirst()
}
