import { expect, test } from 'vitest'
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
