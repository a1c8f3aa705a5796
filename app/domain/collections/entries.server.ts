import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import { onlyReadable, readable, type ReadableId } from '../items/visibility.server.ts'
import type { FoundKind } from '../search/search.limits.ts'
import { foundBy, inOrderOf } from '../search/found-by.server.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'
import { ENTRIES_MAX, ENTRY_KINDS } from './collections.limits.ts'

const OFFERED = 20

/**
 * What a collection holds of what the viewer may read, in its order, each with the word about it.
 * What is hidden, archived or not for this viewer is not there, and leaves no gap.
 */
export async function listEntries(db: Db, viewer: Viewer, lang: Lang, collectionId: ReadableId) {
  const entries = await inOrder(db, viewer, collectionId)
  if (entries.length === 0) return []
  const ids = entries.map(({ id }) => id)
  const cards = await listCards(cardQuery(db, viewer, lang).where('item.id', 'in', ids))
  const byId = new Map(cards.map((card) => [card.id, card]))
  return entries.flatMap(({ id, note, note_lang }) => {
    const card = byId.get(id)
    return card ? [{ id, card, note, note_lang }] : []
  })
}

/** How many entries of each of these collections the viewer may read, by id; none is left out. */
export async function countEntries(db: Db, viewer: Viewer, collectionIds: string[]) {
  if (collectionIds.length === 0) return {}
  const rows = await openEntries(db, viewer)
    .where('entry.collection_id', 'in', collectionIds)
    .groupBy('entry.collection_id')
    .select('entry.collection_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .execute()
  return Object.fromEntries(rows.map(({ collection_id, count }) => [collection_id, count]))
}

/** What the viewer can add: found by words, or without words their latest bookmarks. */
export async function findCandidates(
  db: Db,
  viewer: SignedIn,
  lang: Lang,
  { collectionId, words }: { collectionId: ReadableId; words: string },
) {
  const free = cardQuery(db, viewer, lang)
    .where(mayBeEntry())
    .where(
      sql<boolean>`item.id not in (select there.item_id from collection_entry as there
        where there.collection_id = ${collectionId})`,
    )
    .limit(OFFERED)
  if (!words) {
    const marked = sql<boolean>`item.id in (select bookmark.item_id from bookmark
      where bookmark.user_id = ${viewer.id} order by bookmark.created_at desc limit 100)`
    return listCards(free.where(marked).orderBy('item.published_at', 'desc').orderBy('item.id'))
  }
  const found = await foundBy(db, viewer, lang, { words, kinds: [...ENTRY_KINDS] })
  if (!found) return []
  return listCards(free.where('item.id', 'in', found).orderBy(inOrderOf(found)))
}

const ADDRESS = /(?:^|\/(?:practices|challenges|threads|i)\/)([0-9a-z]{12})(?:$|[/?#])/

/**
 * The id of what can stand in a collection, or is of one of these kinds, and the viewer may read, from
 * its id or its address.
 */
export async function findEntry(
  db: Db,
  viewer: Viewer,
  address: string,
  kinds: readonly FoundKind[] = ENTRY_KINDS,
) {
  const id = ADDRESS.exec(address.trim())?.[1]
  if (!id) return undefined
  return db
    .selectFrom('item')
    .where('item.id', '=', id)
    .where('item.kind', 'in', kinds)
    .where(mayBeEntry())
    .select('item.id')
    .$call(onlyReadable(viewer))
    .executeTakeFirst()
}

/**
 * Puts an item at the end of a collection; gives `added`, `there` when it was in it already, or `full`.
 * Takes a transaction. What the viewer may not read does not count.
 */
export async function addEntry(
  trx: Db,
  viewer: SignedIn,
  collectionId: ReadableId,
  itemId: ReadableId,
) {
  const entries = await inOrder(trx, viewer, collectionId)
  if (entries.some(({ id }) => id === itemId)) return 'there'
  if (entries.length >= ENTRIES_MAX) return 'full'
  await trx
    .insertInto('collection_entry')
    .values({
      collection_id: collectionId,
      item_id: itemId,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from collection_entry
        where collection_id = ${collectionId})`,
      added_by: viewer.id,
    })
    .onConflict((conflict) => conflict.columns(['collection_id', 'item_id']).doNothing())
    .execute()
  return 'added'
}

/**
 * Puts one entry before the other, where it stands right behind it; anything else stays as it is, so
 * that the same wish twice is done once. Takes a transaction and the ids of both items.
 */
export async function putBefore(
  trx: Db,
  viewer: SignedIn,
  collectionId: ReadableId,
  { item, before }: { item: string; before: string },
) {
  const entries = await inOrder(trx, viewer, collectionId)
  const at = entries.findIndex(({ id }) => id === before)
  const [first, second] = at < 0 ? [] : entries.slice(at, at + 2)
  if (!first || second?.id !== item) return
  await place(trx, collectionId, first.id, second.position)
  await place(trx, collectionId, second.id, first.position)
}

/** Says why an entry stands there, in a sentence or two; an empty note takes it away. */
export async function noteEntry(
  trx: Db,
  collectionId: ReadableId,
  itemId: ReadableId,
  { note, lang }: { note: string; lang: Lang },
) {
  await trx
    .updateTable('collection_entry')
    .set({ note: note || null, note_lang: note ? lang : null })
    .where('collection_id', '=', collectionId)
    .where('item_id', '=', itemId)
    .execute()
}

/** Takes an entry out; the item itself stays as it is. */
export async function removeEntry(trx: Db, collectionId: ReadableId, itemId: ReadableId) {
  await trx
    .deleteFrom('collection_entry')
    .where('collection_id', '=', collectionId)
    .where('item_id', '=', itemId)
    .execute()
}

function inOrder(db: Db, viewer: Viewer, collectionId: ReadableId) {
  return openEntries(db, viewer)
    .where('entry.collection_id', '=', collectionId)
    .orderBy('entry.position')
    .select(['item.id', 'entry.position', 'entry.note', 'entry.note_lang'])
    .$narrowType<{ id: ReadableId }>()
    .execute()
}

function openEntries(db: Db, viewer: Viewer) {
  return db
    .selectFrom('collection_entry as entry')
    .innerJoin('item', 'item.id', 'entry.item_id')
    .where(mayBeEntry())
    .where(readable(viewer))
}

// The pluses keep SQLite from taking all of a kind instead of the few that are asked for.
function mayBeEntry() {
  return sql<boolean>`(+item.kind in (${sql.join(ENTRY_KINDS)}) and +item.state = 'published'
    and item.hidden_at is null)`
}

async function place(trx: Db, collectionId: ReadableId, itemId: ReadableId, position: number) {
  await trx
    .updateTable('collection_entry')
    .set({ position })
    .where('collection_id', '=', collectionId)
    .where('item_id', '=', itemId)
    .execute()
}
