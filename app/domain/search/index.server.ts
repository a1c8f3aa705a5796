import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Row } from '#db/schema.ts'
import { indexNames } from './names.server.ts'
import { rememberWords } from './near.server.ts'
import { type Column, COLUMNS, type IndexRow, indexRows, ROOM } from './row.server.ts'

/** Raise it with any change to what the index holds of a text: the next start makes it anew. */
const VERSION = '9'

// Of each item up to eight rows (four languages, for all and for members) of 17 values: a statement of
// SQLite binds 32,766.
const BATCH = 200

/**
 * Brings an item's rows of the index up to date, one for each language version. Takes the
 * transaction of the change itself, so that the index never tells of what was not written.
 */
export async function indexItem(trx: Db, itemId: string) {
  await indexBatch(trx, [itemId])
}

/** The same for many items. */
export async function indexItems(trx: Db, itemIds: string[]) {
  for (const batch of batches(itemIds)) await indexBatch(trx, batch)
}

/** The same with the replies, if the item is a thread: when it opens or closes, so do they. */
export async function indexThread(trx: Db, itemId: string) {
  const replies = await trx
    .selectFrom('item')
    .where('thread_id', '=', itemId)
    .select('id')
    .execute()
  await indexItems(trx, [itemId, ...replies.map(({ id }) => id)])
}

/**
 * Makes the whole index anew, a few items at a time, so that reading and writing go on meanwhile.
 * Calls `progress` after each batch with how many are done, of how many; gives that number.
 */
export async function reindex(db: Db, progress: (done: number, of: number) => void = () => {}) {
  await sql`delete from search_word`.execute(db)
  await db.transaction().execute(indexNames)
  const items = await listItems(db)
  let done = 0
  for (const batch of batches(items)) {
    await db.transaction().execute((trx) => indexBatch(trx, batch))
    progress((done += batch.length), items.length)
  }
  await sql`insert into search_text (search_text) values ('optimize')`.execute(db)
  await sql`insert into search_title (search_title) values ('optimize')`.execute(db)
  return items.length
}

/** Makes the index anew when it is out of date as a whole, as `reindex` does; gives how many items that were. */
export async function reindexStale(db: Db, progress?: (done: number, of: number) => void) {
  const made = await db
    .selectFrom('reference_load')
    .where('name', '=', 'search')
    .select('hash')
    .executeTakeFirst()
  if (made?.hash === VERSION) return 0
  const count = await reindex(db, progress)
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
  const held = new Map((await listRows(db)).map((row) => [keyOf(row), row]))
  const found: Difference[] = []
  for (const batch of batches(await listItems(db))) {
    for (const { facts, forms } of await indexRows(db, batch)) {
      const { item_id, lang, fingerprint } = facts
      const row = held.get(keyOf(facts))
      held.delete(keyOf(facts))
      if (row?.fingerprint === fingerprint && row.texts === textsOf(forms).length) continue
      found.push({ item_id, lang, fault: row ? 'stale' : 'missing' })
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

// Rows stand in the order in which they were written: suggestions give the last first.
async function listItems(db: Db) {
  const items = await db
    .selectFrom('item')
    .select('id')
    .orderBy('published_at')
    .orderBy('id')
    .execute()
  return items.map(({ id }) => id)
}

function batches(itemIds: string[]) {
  const count = Math.ceil(itemIds.length / BATCH)
  return Array.from({ length: count }, (_, at) => itemIds.slice(at * BATCH, (at + 1) * BATCH))
}

async function listRows(db: Db) {
  // All at once: to count those of one row alone, FTS5 goes through all others before it.
  const { rows } = await sql<{ id: number; texts: number }>`select rowid / ${sql.lit(ROOM)} as id,
    count(*) as texts from search_text group by 1`.execute(db)
  const texts = new Map(rows.map((row) => [row.id, row.texts]))
  const held = await db
    .selectFrom('search_row')
    .select(['id', 'item_id', 'lang', 'for_members', 'fingerprint'])
    .execute()
  return held.map((row) => ({ ...row, texts: texts.get(row.id) ?? 0 }))
}

async function indexBatch(trx: Db, itemIds: string[]) {
  await trx.deleteFrom('search_row').where('item_id', 'in', itemIds).execute()
  const rows = await indexRows(trx, itemIds)
  if (rows.length === 0) return
  const inserted = await trx
    .insertInto('search_row')
    .values(rows.map(({ facts }) => facts as never))
    .returning(['id', 'item_id', 'lang', 'for_members'])
    .execute()
  const ids = new Map(inserted.map(({ id, ...key }) => [keyOf(key), id]))
  const known = rows.map((row) => ({ ...row, id: ids.get(keyOf(row.facts))! }))
  const texts = known.flatMap(({ id, forms }) =>
    textsOf(forms).map((name) => [id * ROOM + COLUMNS.indexOf(name), forms[name]] as const),
  )
  await insertTexts(trx, sql`search_text (rowid, words)`, texts)
  const titles = known
    .filter(({ facts }) => facts.kind !== null && !facts.for_members)
    .map(({ id, forms }) => [id, forms.title] as const)
  await insertTexts(trx, sql`search_title (rowid, title)`, titles)
  await rememberWords(
    trx,
    rows.flatMap(({ texts }) => Object.values(texts)),
  )
}

function keyOf({
  item_id,
  lang,
  for_members,
}: Pick<Row<'search_row'>, 'item_id' | 'lang' | 'for_members'>) {
  return `${item_id} ${lang} ${for_members}`
}

// The columns that have any words.
function textsOf(forms: IndexRow['forms']): Column[] {
  return COLUMNS.filter((name) => forms[name] !== '')
}

// As one value: there may be more of them than a statement has room for.
async function insertTexts(
  trx: Db,
  into: RawBuilder<unknown>,
  texts: (readonly [number, string])[],
) {
  await sql`insert into ${into} select value ->> 0, value ->> 1
    from json_each(${JSON.stringify(texts)})`.execute(trx)
}
