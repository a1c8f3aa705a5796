import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { plainText } from '../text/markdown.server.ts'
import { indexText } from './match.server.ts'

/**
 * Brings an item's rows of the index up to date, one for each language version. Takes the
 * transaction of the change itself, so that the index never tells of what was not written.
 */
export async function indexItem(trx: Db, itemId: string) {
  await unindexItem(trx, itemId)
  const texts = await trx
    .selectFrom('item_text')
    .innerJoin('item', 'item.id', 'item_text.item_id')
    .where('item_text.item_id', '=', itemId)
    .where('item.state', '<>', 'draft')
    .select(['item_text.lang', 'item_text.title', 'item_text.summary'])
    .execute()
  if (texts.length === 0) return

  const tags = await tagWords(trx, itemId)
  for (const { lang, title, summary } of texts) {
    const body = await bodyOf(trx, itemId, lang)
    await insertRow(trx, { itemId, lang }, [title ?? '', tags, summary ?? '', body])
  }
}

/** Takes an item out of the index. */
export async function unindexItem(trx: Db, itemId: string) {
  const rows = await trx
    .deleteFrom('search_row')
    .where('item_id', '=', itemId)
    .returning('id')
    .execute()
  for (const { id } of rows) await sql`delete from search_text where rowid = ${id}`.execute(trx)
}

/** Makes the whole index anew; gives how many items it holds. */
export async function reindex(db: Db) {
  const items = await db.selectFrom('item').select('id').orderBy('id').execute()
  for (const { id } of items) await db.transaction().execute((trx) => indexItem(trx, id))
  return items.length
}

async function tagWords(trx: Db, itemId: string) {
  const labels = await trx
    .selectFrom('item_tag')
    .innerJoin('tag_label', 'tag_label.tag_id', 'item_tag.tag_id')
    .where('item_tag.item_id', '=', itemId)
    .select('tag_label.label')
    .execute()
  return labels.map(({ label }) => label).join(' \n ')
}

async function bodyOf(trx: Db, itemId: string, lang: string) {
  const sections = await trx
    .selectFrom('section')
    .where('item_id', '=', itemId)
    .where('lang', '=', lang)
    .select('source')
    .execute()
  return sections.map(({ source }) => plainText(source)).join(' \n ')
}

async function insertRow(trx: Db, key: { itemId: string; lang: string }, columns: string[]) {
  const { id } = await trx
    .insertInto('search_row')
    .values({ item_id: key.itemId, lang: key.lang } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  const [title, tags, summary, body] = columns.map(indexText)
  await sql`insert into search_text (rowid, title, tags, summary, body)
    values (${id}, ${title}, ${tags}, ${summary}, ${body})`.execute(trx)
}
