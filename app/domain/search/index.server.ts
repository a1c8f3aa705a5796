import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import { indexNames } from './names.server.ts'
import { rememberWords } from './near.server.ts'
import { COLUMNS, type IndexRow, indexRows } from './row.server.ts'

/** Raise it with any change to what the index holds of a text: the next start makes it anew. */
const VERSION = '2'

const BATCH = 50

/**
 * Brings an item's rows of the index up to date, one for each language version. Takes the
 * transaction of the change itself, so that the index never tells of what was not written.
 */
export async function indexItem(trx: Db, itemId: string) {
  await trx.deleteFrom('search_row').where('item_id', '=', itemId).execute()
  for (const row of await indexRows(trx, itemId)) await insertRow(trx, row)
}

/** The same with the replies, if the item is a thread: when it opens or closes, so do they. */
export async function indexThread(trx: Db, itemId: string) {
  await indexItem(trx, itemId)
  const replies = await trx
    .selectFrom('item')
    .where('thread_id', '=', itemId)
    .select('id')
    .execute()
  for (const { id } of replies) await indexItem(trx, id)
}

/**
 * Makes the whole index anew, a few items at a time, so that reading and writing go on meanwhile.
 * Calls `progress` after each batch with how many are done, of how many; gives that number.
 */
export async function reindex(db: Db, progress: (done: number, of: number) => void = () => {}) {
  await sql`delete from search_near`.execute(db)
  await db.transaction().execute(indexNames)
  const items = await listItems(db)
  for (let from = 0; from < items.length; from += BATCH) {
    const batch = items.slice(from, from + BATCH)
    await db.transaction().execute(async (trx) => {
      for (const { id } of batch) await indexItem(trx, id)
    })
    progress(from + batch.length, items.length)
  }
  await sql`insert into search_text (search_text) values ('optimize')`.execute(db)
  await sql`insert into search_title (search_title) values ('optimize')`.execute(db)
  return items.length
}

/** Makes the index anew when it is out of date as a whole; gives how many items that were. */
export async function reindexStale(db: Db) {
  const made = await db
    .selectFrom('reference_load')
    .where('name', '=', 'search')
    .select('hash')
    .executeTakeFirst()
  if (made?.hash === VERSION) return 0
  const count = await reindex(db)
  await markIndex(db, VERSION)
  return count
}

export type Difference = { item_id: string; lang: string; fault: 'missing' | 'stale' | 'left' }

/**
 * Leaves the whole index to be made anew by the next start: for a change that reaches more items
 * than a transaction should hold up. Takes the transaction of that change. Gives what `trustIndex`
 * takes back when those items were indexed after it; undefined when the index was out of date before.
 */
export async function outdateIndex(trx: Db) {
  const made = await trx
    .selectFrom('reference_load')
    .where('name', '=', 'search')
    .select('hash')
    .executeTakeFirst()
  const mark = newId()
  await markIndex(trx, mark)
  return made?.hash === VERSION ? mark : undefined
}

/**
 * Says that what one change had left out of date was indexed. Says nothing if another change has
 * left something since: that one's items may still wait.
 */
export async function trustIndex(db: Db, mark: string | undefined) {
  await db
    .updateTable('reference_load')
    .set({ hash: VERSION })
    .where('name', '=', 'search')
    .where('hash', '=', mark ?? '')
    .execute()
}

/** What the index holds otherwise than the content says: nothing, if all is well. */
export async function checkIndex(db: Db): Promise<Difference[]> {
  const held = new Map((await listRows(db)).map((row) => [`${row.item_id} ${row.lang}`, row]))
  const found: Difference[] = []
  for (const { id } of await listItems(db)) {
    for (const { facts } of await indexRows(db, id)) {
      const key = `${id} ${facts.lang}`
      const row = held.get(key)
      held.delete(key)
      if (row?.fingerprint === facts.fingerprint && row.words) continue
      found.push({ item_id: id, lang: facts.lang, fault: row ? 'stale' : 'missing' })
    }
  }
  const left = [...held.values()].map(({ item_id, lang }) => ({ item_id, lang }))
  return [...found, ...left.map((row) => ({ ...row, fault: 'left' as const }))]
}

async function markIndex(db: Db, hash: string) {
  await db
    .insertInto('reference_load')
    .values({ name: 'search', hash })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ hash }))
    .execute()
}

function listItems(db: Db) {
  return db.selectFrom('item').select('id').orderBy('id').execute()
}

function listRows(db: Db) {
  return db
    .selectFrom('search_row')
    .leftJoin('search_text', 'search_text.rowid', 'search_row.id')
    .select(['item_id', 'lang', 'fingerprint', 'search_text.rowid as words'])
    .execute()
}

async function insertRow(trx: Db, { facts, texts, forms }: IndexRow) {
  const { id } = await trx
    .insertInto('search_row')
    .values(facts as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  const columns = COLUMNS.map((name) => sql`${forms[name]}`)
  await sql`insert into search_text (rowid, ${sql.join(COLUMNS.map((name) => sql.ref(name)))})
    values (${id}, ${sql.join(columns)})`.execute(trx)
  if (facts.kind) {
    await sql`insert into search_title (rowid, title) values (${id}, ${forms.title})`.execute(trx)
  }
  await rememberWords(trx, Object.values(texts))
}
