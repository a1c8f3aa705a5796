import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Lang } from '#db/schema.ts'
import { bestLang } from '../items/cards.server.ts'
import { onlyReadable, type ReadableId } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import type { ReportReason } from './moderation.limits.ts'

/**
 * An item that the viewer may report: published, not hidden, somebody else's. Gives undefined for
 * any other, with `own` told apart, since one may see one's own.
 */
export async function findReportable(db: Db, viewer: SignedIn, id: string, lang: Lang) {
  const row = await db
    .selectFrom('item')
    .innerJoin('item_text', (join) =>
      join.onRef('item_text.item_id', '=', 'item.id').on('item_text.lang', '=', bestLang(lang)),
    )
    .leftJoin('item as parent', 'parent.id', 'item.thread_id')
    .leftJoin('item_text as parent_text', (join) =>
      join
        .onRef('parent_text.item_id', '=', 'parent.id')
        .onRef('parent_text.lang', '=', 'parent.lang'),
    )
    .leftJoin('space', 'space.id', 'item.space_id')
    .where('item.id', '=', id)
    .where('item.state', 'in', ['published', 'archived'])
    .where('item.hidden_at', 'is', null)
    .select(['item.id', 'item.kind', 'item.thread_id', 'item.author_id', 'item_text.lang'])
    .select(sql<string>`coalesce(item_text.title, parent_text.title, '')`.as('title'))
    .select(['space.name as space_name', 'space.visibility'])
    .$call(onlyReadable(viewer))
    .executeTakeFirst()
  return row && { ...row, own: row.author_id === viewer.id }
}

type Report = { reason: ReportReason; note: string }

/** Reports an item, once a person while it is open; gives whether this one is new. */
export function reportItem(db: Db, viewer: SignedIn, itemId: ReadableId, report: Report) {
  return db.transaction().execute(async (trx) => {
    const open = await trx
      .selectFrom('report')
      .where('item_id', '=', itemId)
      .where('reporter_id', '=', viewer.id)
      .where('settled_at', 'is', null)
      .select('id')
      .executeTakeFirst()
    if (open) return false
    await trx
      .insertInto('report')
      .values({ id: newId(), item_id: itemId, reporter_id: viewer.id, ...report })
      .execute()
    return true
  })
}
