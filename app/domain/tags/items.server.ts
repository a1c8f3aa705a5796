import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import { newestFirst } from '../items/page.server.ts'
import { type Cursor, pageOf } from '../items/page.ts'
import { readable } from '../items/visibility.server.ts'
import { indexItem } from '../search/index.server.ts'
import type { Viewer } from '../users/viewer.ts'

const BATCH = 20

/** What is filed under a tag and published, of what this viewer may read; the newest first. */
export async function listTagged(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  { tagId, before }: { tagId: string; before?: Cursor },
) {
  const query = cardQuery(db, viewer, lang)
    .innerJoin('item_tag as filed', 'filed.item_id', 'item.id')
    .where('filed.tag_id', '=', tagId)
    .where('filed.listed_at', 'is not', null)
    .$call(
      newestFirst('filed.listed_at', 'filed.item_id', { after: before }),
    ) as unknown as ReturnType<typeof cardQuery>
  return pageOf(await listCards(query), (card) => card.published_at)
}

/** How many items under a tag this viewer may read. */
export async function countTagged(db: Db, viewer: Viewer, tagId: string) {
  const { count } = await db
    .selectFrom('item_tag')
    .innerJoin('item', 'item.id', 'item_tag.item_id')
    .where('item_tag.tag_id', '=', tagId)
    .where(readable(viewer))
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Brings the index up to date for all that is filed under a tag, a few items at a time. */
export async function indexTagged(db: Db, tagId: string) {
  const items = await db
    .selectFrom('item_tag')
    .where('tag_id', '=', tagId)
    .select('item_id')
    .execute()
  for (let from = 0; from < items.length; from += BATCH) {
    const batch = items.slice(from, from + BATCH)
    await db.transaction().execute(async (trx) => {
      for (const { item_id } of batch) await indexItem(trx, item_id)
    })
  }
}
