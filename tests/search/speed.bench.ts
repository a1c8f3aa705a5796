import { test } from 'vitest'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { readColumns } from '#app/domain/search/columns.server.ts'
import { readState } from '#app/domain/search/opened.server.ts'
import { indexItem, reindex } from '#app/domain/search/index.server.ts'
import { searchItems } from '#app/domain/search/search.server.ts'
import { suggest } from '#app/domain/search/suggest.server.ts'
import { readThesaurus } from '#app/domain/search/thesaurus.server.ts'
import { db, type Db, openDatabase, sqlite } from '#db/client.server.ts'
import { leaveUnindexed } from '../support/setup.ts'
import { createInvented } from './invented.ts'
import { machine, report, table } from './tables.ts'

// `BENCH_ITEMS=10000` for less of it.
const SIZES = [1_000, 10_000, 100_000].filter(
  (size) => size <= Number(process.env.BENCH_ITEMS ?? Infinity),
)
const ROUNDS = 100
const WARMING = 10

/** Milliseconds, in the process. */
const GOALS = { search: { p50: 15, p95: 50 }, suggestions: { p50: 10, p95: 10 } }

type Invented = ReturnType<typeof createInvented>
type Shares = { p50: number; p95: number }
type Timed = Shares & { what: string; example: string; found: number; cpu: Shares; goal: Shares }
type Cells = (string | number)[]

test('search is fast with a hundred thousand items', async () => {
  leaveUnindexed() // To compare all of them with the content would take longer than all the rest.
  await loadReference(db)
  const invented = createInvented()
  const grown: { timed: Timed[]; queries: Cells; costs: Cells }[] = []
  for (const size of SIZES) {
    await invented.growTo(size)
    const held = await holding()
    const timed = await timeAll(invented)
    const costs = [size, ...sizes(size), ...held, ...(await writing())]
    grown.push({ timed, queries: [size, ...timed.map(shown)], costs: [...costs, await making()] })
  }
  const { timed } = grown.at(-1)!
  report('search-speed', [
    `## Speed with ${SIZES.at(-1)} items`,
    `Milliseconds in the process; ${ROUNDS} queries of each kind. ${machine()}`,
    table(
      ['Query', 'For example', 'Found, mean', 'p50', 'p95', 'Goal', '', 'CPU, p50', 'CPU, p95'],
      timed.map(compared),
    ),
    '## Growth\n\np50 / p95 of each kind of query.',
    table(
      ['Items', ...timed.map(({ what }) => what)],
      grown.map(({ queries }) => queries),
    ),
    '## What it costs\n\nThe index with all its tables; processor milliseconds.',
    table(
      [
        'Items',
        'Bytes an item',
        'Index, MB',
        'File, MB',
        'In memory, MB',
        'Read at the start',
      ].concat(['Index an edit', 'Then here', 'Then elsewhere', 'Make anew, an item']),
      grown.map(({ costs }) => costs),
    ),
  ])
})

async function timeAll(invented: Invented) {
  const common = invented.common()
  const { search, suggestions } = GOALS
  return [
    await time('one word', () => word(invented), find, search),
    await time('two words', () => run(invented, 2), find, search),
    await time('a phrase', () => `"${run(invented, 3)}"`, find, search),
    await time('a very common word', () => common, find, search),
    await time('suggestions', () => beginning(invented), propose, suggestions),
  ]
}

type Ask = (lang: 'ar' | 'fr', q: string) => Promise<number>

const find: Ask = async (lang, q) => (await searchItems(db, null, lang, { q })).total
const propose: Ask = async (lang, q) => (await suggest(db, null, lang, q)).length

async function time(what: string, query: () => string, ask: Ask, goal: Shares): Promise<Timed> {
  const queries = Array.from({ length: WARMING + ROUNDS }, query)
  const spent: number[] = []
  const used: number[] = []
  let found = 0
  for (const [index, q] of queries.entries()) {
    const [started, before] = [performance.now(), process.cpuUsage()]
    const amount = await ask(/\p{Script=Arabic}/u.test(q) ? 'ar' : 'fr', q)
    if (index < WARMING) continue
    spent.push(performance.now() - started)
    used.push(processor(before))
    found += amount
  }
  const mean = found / ROUNDS
  return { what, example: queries[0]!, found: mean, ...shares(spent), cpu: shares(used), goal }
}

// What a process that begins reads of the index, and what it then holds.
async function holding() {
  const other = openDatabase(process.env.DATABASE_FILE!)
  const [before, started] = [memory(), process.cpuUsage()]
  await columnsOf(other.db)
  const spent = processor(started)
  const held = memory() - before
  await other.db.destroy()
  await readThesaurus(db)
  return [megabytes(held), spent.toFixed(0)]
}

async function columnsOf(of: Db) {
  return readColumns(of, await readState(of, null))
}

// A reply costs less than this: an edit takes rows away as well.
async function writing() {
  const other = openDatabase(process.env.DATABASE_FILE!)
  await columnsOf(other.db)
  const ids = sqlite
    .prepare<[], string>(`select id from item where kind <> 'post' order by id limit 30`)
    .pluck()
    .all()
  const spent: number[][] = [[], [], []]
  for (const id of ids) {
    const steps = [
      () => db.transaction().execute((trx) => indexItem(trx, id)),
      () => columnsOf(db),
      () => columnsOf(other.db),
    ]
    for (const [at, step] of steps.entries()) {
      const started = process.cpuUsage()
      await step()
      spent[at]!.push(processor(started))
    }
  }
  await other.db.destroy()
  return spent.map((times) => shown(shares(times)))
}

async function making() {
  const started = process.cpuUsage()
  const count = await reindex(db)
  return (processor(started) / count).toFixed(2)
}

function processor(since: NodeJS.CpuUsage) {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

function memory() {
  global.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function shares(times: number[]): Shares {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!
  return { p50: at(0.5), p95: at(0.95) }
}

// Neither the particles at the top of the list nor what stands in one text alone.
function word({ vocabulary, pick }: Invented) {
  return pick(pick([vocabulary.ar, vocabulary.fr]).slice(100, 4_000))
}

function beginning(invented: Invented) {
  return word(invented).slice(0, invented.pick([2, 3, 4, 5]))
}

// Words that stand beside each other somewhere.
function run({ bodies, pick }: Invented, length: number) {
  const body = pick(bodies.filter((one) => one.length > length))
  const start = Math.floor((body.length - length) / 2)
  return body.slice(start, start + length).join(' ')
}

function sizes(items: number) {
  const bytes = (condition: string) =>
    sqlite.prepare<[], number>(`select sum(pgsize) from dbstat where ${condition}`).pluck().get()!
  const index = bytes(`name like 'search%'`)
  return [Math.round(index / items), megabytes(index), megabytes(bytes('1'))]
}

function compared({ what, example, found, p50, p95, goal, cpu }: Timed): Cells {
  return [
    what,
    example,
    Math.round(found),
    p50.toFixed(1),
    p95.toFixed(1),
    `${goal.p50} / ${goal.p95}`,
    p50 <= goal.p50 && p95 <= goal.p95 ? 'reached' : 'missed',
    cpu.p50.toFixed(1),
    cpu.p95.toFixed(1),
  ]
}

function megabytes(bytes: number) {
  return (bytes / 1e6).toFixed(1)
}

function shown({ p50, p95 }: Shares) {
  return `${p50.toFixed(1)} / ${p95.toFixed(1)}`
}
