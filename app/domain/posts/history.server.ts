import type { Db } from '#db/client.server.ts'
import type { Snapshot } from '../items/revisions.server.ts'
import { readable } from '../items/visibility.server.ts'
import { renderMarkdown } from '../text/markdown.server.ts'
import type { Viewer } from '../users/viewer.ts'
import { lostQuotes } from './posts.server.ts'
import { withoutQuotesOf } from './quotes.ts'

const SHOWN = 200

/** The versions of an item that the viewer may read, the newest first. */
export async function listVersions(db: Db, viewer: Viewer, itemId: string) {
  return db
    .selectFrom('revision')
    .innerJoin('item', 'item.id', 'revision.item_id')
    .leftJoin('user', 'user.id', 'revision.author_id')
    .where('revision.item_id', '=', itemId)
    .where(readable(viewer))
    .orderBy('revision.number', 'desc')
    .limit(SHOWN)
    .select(['revision.number', 'revision.created_at', 'revision.note', 'user.name'])
    .execute()
}

type Asked = {
  number: number
  /** The HTML that stands for what it quotes of replies that are gone since. */
  goneQuote: string
}

/** One version of an item as it then read; undefined when there is none for this viewer. */
export async function findVersion(
  db: Db,
  viewer: Viewer,
  itemId: string,
  { number, goneQuote }: Asked,
) {
  const row = await db
    .selectFrom('revision')
    .innerJoin('item', 'item.id', 'revision.item_id')
    .where('revision.item_id', '=', itemId)
    .where('revision.number', '=', number)
    .where(readable(viewer))
    .select(['revision.number', 'revision.created_at', 'revision.snapshot'])
    .select(lostQuotes('revision.snapshot').as('lost'))
    .executeTakeFirst()
  if (!row) return undefined
  const { texts, sections } = JSON.parse(row.snapshot) as Snapshot
  const lost = JSON.parse(row.lost) as string[]
  const htmlOf = (source: string, lang: string) =>
    withoutQuotesOf(lost, renderMarkdown(source, lang), goneQuote)
  return {
    number: row.number,
    created_at: row.created_at,
    titles: texts.filter(({ title }) => title),
    sections: sections.map(({ source, ...key }) => ({ ...key, html: htmlOf(source, key.lang) })),
  }
}
