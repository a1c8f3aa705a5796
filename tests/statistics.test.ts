import { expect, test } from 'vitest'
import { db, sqlite } from '#db/client.server.ts'
import { refreshStatistics } from '#db/statistics.server.ts'
import { aUser } from '#tests/support/factories.ts'

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
