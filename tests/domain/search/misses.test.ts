import { beforeEach, expect, test } from 'vitest'
import { MISSES_A_DAY } from '#app/domain/search/misses.limits.ts'
import { listMisses, noteMiss } from '#app/domain/search/misses.server.ts'
import { db, sqlite } from '#db/client.server.ts'

beforeEach(() => db.deleteFrom('search_miss').execute())

const rows = () => db.selectFrom('search_miss').selectAll().orderBy('words').execute()

test('the same words, however they are written, are one miss a day and a language', async () => {
  const day = new Date('2026-11-24T10:00:00Z')
  await noteMiss(db, 'fr', 'Éclairage   public', day)
  await noteMiss(db, 'fr', 'eclairage PUBLIC', day)
  await noteMiss(db, 'en', 'éclairage public', day)
  await noteMiss(db, 'ar', 'الإنارة العمومية', day)
  expect(await rows()).toEqual([
    { words: 'eclairage public', lang: 'en', day: '2026-11-24', count: 1 },
    { words: 'eclairage public', lang: 'fr', day: '2026-11-24', count: 2 },
    { words: 'الاناره العموميه', lang: 'ar', day: '2026-11-24', count: 1 },
  ])
})

test('only what was looked for is kept of a query, not what was left out or narrowed to', async () => {
  await noteMiss(db, 'fr', 'cimetière -ville tag:eau par:ahmed "accès aux données" OU plan')
  expect((await rows()).map(({ words }) => words)).toEqual(['cimetiere acces aux donnees plan'])
})

test.each([
  'budget ahmed@commune.example',
  'budget ahmed＠commune.example',
  'AB123456',
  'tel ٠٦١٢٣٤',
  '06 12 34 56 78',
  '+212-612.345.678',
  'tag:eau -budget',
  '"" - | …',
  '   ',
])('%s is not kept', async (q) => {
  await noteMiss(db, 'fr', q)
  expect(await rows()).toEqual([])
})

test('years, dates of programmes and short numbers are kept', async () => {
  for (const q of ['budget 2025 2026', 'loi 09-08', 'article 139']) await noteMiss(db, 'fr', q)
  expect(await rows()).toHaveLength(3)
})

test('very long words are cut to what the table holds', async () => {
  await noteMiss(db, 'ar', 'ﷺ'.repeat(60))
  await noteMiss(db, 'fr', '𐌰'.repeat(250))
  expect((await rows()).map(({ words }) => [...words].length)).toEqual([200, 200])
})

test('a day holds so many different words and no more; those that are there still count', async () => {
  const day = '2026-11-24'
  const insert = sqlite.prepare(`insert into search_miss (words, lang, day) values (?, 'fr', ?)`)
  for (let n = 0; n < MISSES_A_DAY; n++) insert.run(`mot ${n}`, day)
  await noteMiss(db, 'fr', 'un de trop', new Date(day))
  await noteMiss(db, 'fr', 'mot 7', new Date(day))
  await noteMiss(db, 'fr', 'le lendemain', new Date('2026-11-25'))
  const kept = await rows()
  expect(kept).toHaveLength(MISSES_A_DAY + 1)
  expect(kept.find(({ words }) => words === 'mot 7')?.count).toBe(2)
})

test('a log that cannot be written breaks no search', async () => {
  sqlite.pragma('query_only = on')
  await expect(noteMiss(db, 'fr', 'disque plein')).resolves.toBeUndefined()
  sqlite.pragma('query_only = off')
  expect(await rows()).toEqual([])
})

test('what was wanted most stands first, over the days asked for', async () => {
  const now = new Date('2026-11-24T09:00:00Z')
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  for (const days of [0, 1, 6]) await noteMiss(db, 'fr', 'souvent', ago(days))
  for (const days of [8, 8, 8, 8]) await noteMiss(db, 'fr', 'naguère', ago(days))

  const wanted = async (days: number) =>
    (await listMisses(db, { days, limit: 2, now })).map(({ words, count, last }) => [words, count, last]) // prettier-ignore
  expect(await wanted(7)).toEqual([['souvent', 3, '2026-11-24']])
  expect(await wanted(30)).toEqual([
    ['naguere', 4, '2026-11-16'],
    ['souvent', 3, '2026-11-24'],
  ])
})
