import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import { type Cursor, PAGE_SIZE, pageOf } from '../items/page.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'

/** Marks an item for oneself, or takes the mark away; gives whether it is marked now. */
export async function toggleBookmark(trx: Db, viewer: SignedIn, itemId: ReadableId) {
  const key = { user_id: viewer.id, item_id: itemId }
  const { numDeletedRows } = await trx
    .deleteFrom('bookmark')
    .where((eb) => eb.and(key))
    .executeTakeFirstOrThrow()
  if (numDeletedRows > 0n) return false
  await trx.insertInto('bookmark').values(key).execute()
  return true
}

/** A page of what one has marked and may still read, the latest mark first. */
export async function listBookmarks(db: Db, viewer: SignedIn, lang: Lang, after?: Cursor) {
  const marks = await markedIds(db, viewer, lang, after)
  const page = pageOf(marks, ({ at }) => at)
  if (page.rows.length === 0) return { rows: [], next: null }
  const ids = page.rows.map(({ id }) => id)
  const cards = await listCards(cardQuery(db, viewer, lang).where('item.id', 'in', ids))
  return { rows: cards.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)), next: page.next }
}

async function markedIds(db: Db, viewer: SignedIn, lang: Lang, after?: Cursor) {
  return cardQuery(db, viewer, lang)
    .innerJoin('bookmark', 'bookmark.item_id', 'item.id')
    .where('bookmark.user_id', '=', viewer.id)
    .where('item.kind', 'not in', ['post', 'step'])
    .$if(after !== undefined, (qb) =>
      qb.where(sql<boolean>`(bookmark.created_at, item.id) < (${after?.at}, ${after?.id})`),
    )
    .orderBy('bookmark.created_at', 'desc')
    .orderBy('item.id', 'desc')
    .limit(PAGE_SIZE + 1)
    .select(['item.id', 'bookmark.created_at as at'])
    .execute()
}
