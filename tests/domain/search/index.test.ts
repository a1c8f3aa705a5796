import { expect, test } from 'vitest'
import { checkIndex, reindex } from '#app/domain/search/index.server.ts'
import { searchItems } from '#app/domain/search/search.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { aPractice, changeItem } from '#tests/support/factories.ts'

const WORDS = { title: 'Zibeline', summary: 'Wolfram', body: 'Obsidienne' }

// The texts that the full-text index holds of no row.
function left(table: string, room: number) {
  return sqlite
    .prepare<[number], number>(
      `select rowid from ${table} where rowid / ? not in (select id from search_row)`,
    )
    .pluck()
    .all(room)
}

function texts() {
  return sqlite.prepare('select count(*) from search_text').pluck().get()
}

test('all texts of an item are gone from the index when it is hidden, written anew or deleted', async () => {
  const before = texts()
  const [hidden, deleted] = [await aPractice(WORDS), await aPractice(WORDS)]
  expect(texts()).toBeGreaterThanOrEqual(Number(before) + 6)
  await changeItem(hidden.id, { hidden_at: '2026-01-01T00:00:00.000Z' })
  await changeItem(deleted.id, { published_at: '2020-01-01T00:00:00.000Z' })
  expect((await searchItems(db, null, 'fr', { q: 'zibeline wolfram obsidienne' })).total).toBe(1)
  await db.deleteFrom('item').where('id', '=', deleted.id).execute()
  expect([...left('search_text', 8), ...left('search_title', 1)]).toEqual([])
  expect(texts()).toBe(before)
})

test('five hundred items in four languages fit into what a statement binds', async () => {
  const { id } = await aPractice(WORDS)
  for (const n of Array.from({ length: 500 }, (_, at) => String(at).padStart(12, '0'))) {
    copy('item', 'id', id, n)
    copy('practice', 'item_id', id, n)
    for (const lang of ['ar', 'fr', 'en', 'zgh']) {
      await db.insertInto('item_text').values({ item_id: n, lang: lang as 'ar', title: 'Zibeline', summary: null }).execute() // prettier-ignore
    }
  }
  expect(await reindex(db)).toBeGreaterThan(500)
  expect(await checkIndex(db)).toEqual([])
})

test('what goes from the index is found by its number: FTS5 goes through all rows for a range', () => {
  const trigger = sqlite.prepare<[], string>(`select sql from sqlite_schema where name = 'search_row_gone'`).pluck().get()! // prettier-ignore
  const deletions = trigger.match(/delete from search_[^;]+/g)!
  expect(deletions).toHaveLength(2)
  for (const deletion of deletions) {
    const sql = `explain query plan ${deletion.replaceAll('old.id', '7')}`
    expect(sqlite.prepare<[], { detail: string }>(sql).all()[0]!.detail).toMatch(/INDEX 0:=$/)
  }
})

function copy(table: string, key: string, from: string, to: string) {
  const columns = sqlite.prepare<[], { name: string }>(`pragma table_info(${table})`).all().map(({ name }) => name) // prettier-ignore
  const values = columns.map((name) => (name === key ? `'${to}'` : name))
  sqlite.exec(`insert into ${table} (${columns.join()}) select ${values.join()} from ${table} where ${key} = '${from}'`) // prettier-ignore
}
