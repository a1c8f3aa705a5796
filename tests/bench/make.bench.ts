import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { recountReplies } from '#app/domain/posts/posts.server.ts'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { checkIndex, reindexStale } from '#app/domain/search/index.server.ts'
import { renderMarkdown } from '#app/domain/text/markdown.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { refreshStatistics } from '#db/statistics.server.ts'
import { leaveUnindexed } from '../support/setup.ts'
import { chance } from './chance.ts'
import { addContent } from './content.ts'
import { addPeople, addSpaces } from './people.ts'
import { createTexts } from './texts.ts'

const scale = Number(process.env.BENCH_SCALE)
const AMOUNTS = { people: 10_000, spaces: 300, challenges: 400, practices: 3000, threads: 2000, replies: 100_000 } // prettier-ignore

test('a forum of the size that is measured', async () => {
  leaveUnindexed() // Checked below, while the file is open.
  const started = Date.now()
  const say = (what: string) =>
    process.stdout.write(`${what} after ${((Date.now() - started) / 1000).toFixed(0)} s\n`)
  await loadReference(db)
  await write()
  say('Written')
  await reindexStale(db)
  say('Indexed')
  expect(await checkIndex(db)).toEqual([])
  // What a rule of the schema refuses is left out without a word: nothing may be.
  expect(countOf(`item where kind = 'post'`)).toBe(amount('replies'))
  expect(countOf(`item where kind in ('practice', 'tool')`)).toBe(amount('practices'))
  expect(countOf('section') + countOf('item_text')).toBeGreaterThan(2 * countOf('item'))
  expect(countOf('item')).toBe(countOf('revision'))
  for (const { source, html } of someSections()) expect(html).toBe(renderMarkdown(source))
  refreshStatistics(sqlite, { all: true })
  sqlite.pragma('wal_checkpoint(truncate)')
  sqlite.pragma('journal_mode = delete')
  say(`Made (${Math.round(statSync(process.env.DATABASE_FILE!).size / 1e6)} MB)`)
})

async function write() {
  const texts = createTexts(chance(20).random)
  const column = (sql: string) => sqlite.prepare<[], string>(sql).pluck().all()
  const codes = column('select code from collectivity order by code')
  const tags = column('select id from tag order by slug')
  sqlite.exec('begin')
  const people = await addPeople(texts, codes, amount('people'))
  const spaces = addSpaces(texts, people, amount('spaces'))
  addContent(
    { texts, people, spaces, codes, tags },
    {
      challenges: amount('challenges'),
      practices: amount('practices'),
      threads: amount('threads'),
      replies: amount('replies'),
    },
  )
  sqlite.exec('commit')
  // Without it SQLite would not know which index has the fewest rows of what is asked for.
  sqlite.exec('analyze')
  const threads = column('select item_id from thread')
  await db.transaction().execute(async (trx) => {
    for (const thread of threads) await recountReplies(trx, thread)
  })
}

function someSections() {
  return sqlite
    .prepare<[], { source: string; html: string }>('select source, html from section limit 300')
    .all()
}

function amount(of: keyof typeof AMOUNTS) {
  return Math.max(4, Math.round(AMOUNTS[of] * scale))
}

function countOf(from: string) {
  return sqlite.prepare<[], number>(`select count(*) from ${from}`).pluck().get()!
}
