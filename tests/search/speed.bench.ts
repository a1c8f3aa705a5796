import { availableParallelism, loadavg } from 'node:os'
import { test } from 'vitest'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { searchItems } from '#app/domain/search/search.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { createInvented } from './invented.ts'
import { report, table } from './tables.ts'

const SIZES = [1_000, 10_000, 100_000]
const ROUNDS = 100
const WARMING = 10

/** Milliseconds, in the process. */
const GOALS = { search: { p50: 15, p95: 50 }, suggestions: { p95: 10 } }

type Invented = ReturnType<typeof createInvented>
type Shares = { p50: number; p95: number }
type Timed = Shares & { what: string; example: string; found: number; cpu: Shares }

test('search is fast with a hundred thousand items', async () => {
  await loadReference(db)
  const invented = createInvented()
  const grown: (string | number)[][] = []
  let timed: Timed[] = []
  for (const size of SIZES) {
    const perItem = await invented.growTo(size)
    timed = await timeAll(invented)
    grown.push([size, ...sizes(size), perItem.toFixed(2), ...timed.map(shown)])
  }
  report('search-speed', [
    `## Speed with ${SIZES.at(-1)} items`,
    `Milliseconds in the process; ${ROUNDS} queries of each kind. ${busy()}`,
    table(
      ['Query', 'For example', 'Found, mean', 'p50', 'p95', 'Goal', '', 'CPU, p50', 'CPU, p95'],
      timed.map((one) => [
        one.what,
        one.example,
        Math.round(one.found),
        one.p50.toFixed(1),
        one.p95.toFixed(1),
        `${GOALS.search.p50} / ${GOALS.search.p95}`,
        one.p50 <= GOALS.search.p50 && one.p95 <= GOALS.search.p95 ? 'reached' : 'missed',
        one.cpu.p50.toFixed(1),
        one.cpu.p95.toFixed(1),
      ]),
    ),
    '## Growth\n\nThe index with all its tables; p50 / p95 of each kind of query.',
    table(
      ['Items', 'Index, bytes an item', 'Index, MB', 'File, MB', 'Indexing one, ms'].concat(
        timed.map(({ what }) => what),
      ),
      grown,
    ),
  ])
})

async function timeAll(invented: Invented) {
  const common = invented.common()
  const timed = [
    await time('one word', () => word(invented)),
    await time('two words', () => run(invented, 2)),
    await time('a phrase', () => `"${run(invented, 3)}"`),
    await time('a very common word', () => common),
  ]
  // SUGGESTIONS: time `suggest(db, null, lang, beginning)` here, of '#app/domain/search/suggest.server.ts',
  // with beginnings of two to five letters of `word(invented)`; goal: GOALS.suggestions.
  return timed
}

async function time(what: string, query: () => string): Promise<Timed> {
  const queries = Array.from({ length: WARMING + ROUNDS }, query)
  const spent: number[] = []
  const used: number[] = []
  let found = 0
  for (const [index, q] of queries.entries()) {
    const [started, before] = [performance.now(), process.cpuUsage()]
    const { total } = await searchItems(db, null, /\p{Script=Arabic}/u.test(q) ? 'ar' : 'fr', { q })
    if (index < WARMING) continue
    spent.push(performance.now() - started)
    const { user, system } = process.cpuUsage(before)
    used.push((user + system) / 1000)
    found += total
  }
  return { what, example: queries[0]!, found: found / ROUNDS, ...shares(spent), cpu: shares(used) }
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

// Where others use the machine as well, the time of the processor tells more than the clock.
function busy() {
  return `${availableParallelism()} processors, a load of ${loadavg()[0]!.toFixed(1)}.`
}

function megabytes(bytes: number) {
  return (bytes / 1e6).toFixed(1)
}

function shown({ p50, p95 }: Shares) {
  return `${p50.toFixed(1)} / ${p95.toFixed(1)}`
}
