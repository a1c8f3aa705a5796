import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import type { Viewer } from '../users/viewer.ts'
import { bestLang } from './cards.server.ts'
import { itemPath } from './paths.ts'
import { readable } from './visibility.server.ts'

/**
 * Where an item is read, without the language, with its title in the reader's; undefined alike when
 * it is absent or not for this viewer.
 */
export async function findItemPath(db: Db, viewer: Viewer, lang: Lang, id: string) {
  const item = await db
    .selectFrom('item')
    .leftJoin('item_text', (join) =>
      join.onRef('item_text.item_id', '=', 'item.id').on('item_text.lang', '=', bestLang(lang)),
    )
    .where('item.id', '=', id)
    .where(readable(viewer))
    .select(['item.id', 'item.kind', 'item.thread_id', 'item_text.title'])
    .executeTakeFirst()
  return item && itemPath({ ...item, title: item.title ?? '' })
}
