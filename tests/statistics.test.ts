import { expect, test } from 'vitest'
import { db, sqlite } from '#db/client.server.ts'
import { refreshStatistics } from '#db/statistics.server.ts'
import { aThread, aUser } from '#tests/support/factories.ts'

const column = (sql: string) => sqlite.prepare<[], string>(sql).pluck().all()

test('SQLite counts what tables hold and keeps no samples of it', async () => {
  for (let person = 0; person < 20; person++) await aUser()
  sqlite.exec('analyze')
  expect(column('select tbl from sqlite_stat4')).toContain('user')
  refreshStatistics(sqlite, { all: true })
  expect(column('select tbl from sqlite_stat4')).toEqual([])
  const indexes = column(`select idx from sqlite_stat1 where tbl = 'user'`)
  expect(indexes).toContain('user_created')
  expect(indexes).not.toContain('user_role')
  // Again, with nothing new to look at.
  refreshStatistics(sqlite)
})

test('how many rows are wanted stands in the statement, which SQLite would plan anew for another number', () => {
  const { sql, parameters } = db.selectFrom('item').select('id').limit(21).offset(3).compile()
  expect([sql, parameters]).toEqual(['select "id" from "item" limit 21 offset ?', [3]])
})

test('FTS5 finds parts of its index by their keys, however few there were when SQLite looked', async () => {
  await aThread()
  sqlite.exec('analyze')
  refreshStatistics(sqlite, { all: true })
  expect(column('select tbl from sqlite_stat1')).not.toContain('search_text_data')
  // As a start finds what an older program left of the day when the forum was new.
  sqlite.exec(`insert into sqlite_stat1 values ('search_text_data', null, '2')`)
  sqlite.exec('analyze sqlite_schema')
  const parts = () => plan('select 1 from search_text_data where id >= ? and id <= ?')
  expect(parts()).toContain('SCAN')
  refreshStatistics(sqlite)
  expect(parts()).toContain('SEARCH')
})

function plan(sql: string) {
  const rows = sqlite.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(1, 2)
  return rows.map(({ detail }) => detail).join('\n')
}
