import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { follow } from '../follows/follows.server.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import { withOwnMarks } from '../items/marked.server.ts'
import { newestFirst } from '../items/page.server.ts'
import { type Cursor, pageOf } from '../items/page.ts'
import { findSent } from '../items/sent.server.ts'
import { readTitles, titlesJson } from '../items/titles.server.ts'
import { onlyReadable, type ReadableId, stewarded } from '../items/visibility.server.ts'
import { editTexts, insertItem, sealItem } from '../items/write.server.ts'
import { said, toSaid } from '../posts/said.server.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'
import { countEntries } from './entries.server.ts'

// More than these to choose from is a list nobody reads.
const OFFERED = 50

/** A page of collections, the newest first, with how many entries of each the viewer may read. */
export async function listCollections(db: Db, viewer: Viewer, lang: Lang, after?: Cursor) {
  const cards = await listCards(
    published(db, viewer, lang).$call(newestFirst('item.published_at', 'item.id', { after })),
  )
  const page = pageOf(cards, ({ published_at }) => published_at)
  const ids = page.rows.map(({ id }) => id)
  return { ...page, counts: await countEntries(db, viewer, ids) }
}

/** The latest collections to which this viewer may add something. The caller has asked `canMakeCollection`. */
export async function listOwnCollections(db: Db, viewer: SignedIn, lang: Lang) {
  return listCards(
    published(db, viewer, lang)
      .where(sql<boolean>`(item.author_id = ${viewer.id} or ${stewarded(viewer)})`)
      .orderBy('item.published_at', 'desc')
      .orderBy('item.id', 'desc')
      .limit(OFFERED),
  )
}

/** A collection that the viewer may read, with its introduction; undefined for any other. */
export async function findCollection(db: Db, viewer: Viewer, lang: Lang, id: string) {
  const row = await withOwnMarks(said(db, viewer, lang), viewer)
    .where('item.id', '=', id)
    .where('item.kind', '=', 'collection')
    .$call(onlyReadable(viewer))
    .select(titlesJson().as('titles'))
    .executeTakeFirst()
  if (!row) return undefined
  return {
    ...toSaid(row),
    kind: 'collection' as const,
    titles: readTitles(row.titles),
    bookmarked: Boolean(row.bookmarked),
    followed: Boolean(row.followed),
  }
}

type Written = { title: string; body: string }

/**
 * Makes a collection, still without entries; whoever makes it follows it. Takes a transaction; gives its
 * id, or that of the same one when its form was sent twice.
 */
export async function makeCollection(
  trx: Db,
  viewer: SignedIn,
  { title, body, lang }: Written & { lang: Lang },
) {
  const texts = { title, sections: { body } }
  const sent = await findSent(trx, viewer, { kind: 'collection', space_id: null }, texts)
  if (sent) return sent
  const seat_id = viewer.seats.find((seat) => seat.collectivity_code === null)?.id ?? null
  const row = { kind: 'collection', state: 'published', space_id: null, lang } as const
  const by = { author_id: viewer.id, seat_id }
  const id = await insertItem(trx, { ...row, ...by }, texts)
  await sealItem(trx, id, viewer.id)
  await follow(trx, viewer, id)
  return id
}

/** Changes what a collection says, in one of its languages; what stood before stays as a revision. */
export async function editCollection(
  trx: Db,
  viewer: SignedIn,
  collection: { id: ReadableId; lang: Lang },
  { title, body, note }: Written & { note: string },
) {
  await editTexts(trx, collection.id, collection.lang, { title, sections: { body } })
  await sealItem(trx, collection.id, viewer.id, note)
}

function published(db: Db, viewer: Viewer, lang: Lang) {
  return cardQuery(db, viewer, lang)
    .where('item.kind', '=', 'collection')
    .where('item.state', '=', 'published')
    .where('item.hidden_at', 'is', null)
}
