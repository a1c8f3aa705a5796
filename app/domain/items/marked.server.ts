import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'
import { cardQuery, listCards } from './cards.server.ts'
import { newestFirst } from './page.server.ts'
import { type Cursor, pageOf } from './page.ts'

/** Whether the viewer has marked or follows the item: columns for one item's page. */
export function withOwnMarks<DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  viewer: Viewer,
) {
  const mark = (table: 'bookmark' | 'follow') =>
    sql<0 | 1>`exists (select 1 from ${sql.table(table)} as mark
      where mark.item_id = ${sql.ref('item.id')} and mark.user_id = ${viewer?.id ?? ''})`
  return query.select(mark('bookmark').as('bookmarked')).select(mark('follow').as('followed'))
}

type Wanted = {
  table: 'bookmark' | 'follow'
  after?: Cursor
  /** The id of an own folder of bookmarks. */
  folder?: string
}

/**
 * A page of what one has marked or follows, and may still read, the latest mark first; `folders` tells
 * in which folder a bookmark lies.
 */
export async function listMarked(db: Db, viewer: SignedIn, lang: Lang, wanted: Wanted) {
  const page = pageOf(await markedIds(db, viewer, lang, wanted), ({ at }) => at)
  if (page.rows.length === 0) return { rows: [], next: null, folders: {} }
  const ids = page.rows.map(({ id }) => id)
  const cards = await listCards(cardQuery(db, viewer, lang).where('item.id', 'in', ids))
  return {
    rows: cards.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
    next: page.next,
    folders: Object.fromEntries(page.rows.map(({ id, folder_id }) => [id, folder_id])),
  }
}

async function markedIds(db: Db, viewer: SignedIn, lang: Lang, { table, after, folder }: Wanted) {
  return cardQuery(db, viewer, lang)
    .innerJoin(`${table as 'bookmark'} as mark`, 'mark.item_id', 'item.id')
    .where('mark.user_id', '=', viewer.id)
    .where('item.kind', 'not in', ['post', 'step'])
    .$if(folder !== undefined, (qb) => qb.where('mark.folder_id', '=', folder!))
    .$call(newestFirst('mark.created_at', 'item.id', { after }))
    .select(['item.id', 'mark.created_at as at'])
    .select((eb) =>
      (table === 'bookmark' ? eb.ref('mark.folder_id') : eb.val(null)).as('folder_id'),
    )
    .execute()
}
