import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { machine, report, table } from '../search/tables.ts'
import type { Figures } from './load.ts'
import type { READERS } from './pages.ts'
import { isPinned } from './server.ts'
import type { Weighed } from './weigh.ts'

export type Inside = { statements: number; queries: number; react: number | null }

type Row = Figures & Inside & { name: string; as: (typeof READERS)[number]; bare: Figures }

export type Measured = {
  rows: Row[]
  writes: (Figures & { name: string })[]
  beside: { name: string; writing: Figures; reading: Figures }[]
  store: Record<string, number>
  memory: { before: number; after: number }
  start: number
  weights: Record<string, Weighed>
}

const TIMES = ['A second', 'p50', 'p95', 'p99', 'Failed']
const { BENCH_SCALE: scale = '1', BENCH_AGAINST: against } = process.env

/** Prints what was measured and keeps it, as Markdown and as JSON. */
export function writeReport(measured: Measured) {
  const name = `forum-${scale}`
  report(name, [
    `# The forum under load`,
    `Scale ${scale} (1: 100,000 replies). ${machine()} ${cores()} Times in milliseconds.`,
    ...pageParts(measured.rows),
    ...writeParts(measured),
    `## The process\n\n${processTable(measured)}`,
    `## The sources\n\n${sourcesTable()}`,
    ...(against && existsSync(against) ? [growth(measured.rows)] : []),
  ])
  writeFileSync(`bench-results/${name}.json`, JSON.stringify(measured, null, 2))
}

function pageParts(rows: Row[]) {
  if (rows.length === 0) return []
  const head = ['Page', 'As', ...TIMES, 'kB', 'Bare server', 'of it', 'its p99', 'React alone', 'of it', 'Statements', 'Queries alone', 'of them'] // prettier-ignore
  const lines = rows.map(({ name, as, bare, react, queries, statements, ...figures }) => [
    ...[name, as, ...shown(figures), (figures.bytes / 1000).toFixed(1)],
    ...[Math.round(bare.perSecond), share(figures.perSecond, bare.perSecond), ms(bare.p99)],
    ...(react ? [Math.round(react), share(figures.perSecond, react)] : ['', '']),
    ...[statements, Math.round(queries), share(figures.perSecond, queries)],
  ])
  return [`## Pages\n\n${table(head, lines)}`]
}

function writeParts({ writes, beside, store }: Measured) {
  const stored = Object.entries(store).map(([name, rate]) => [name, Math.round(rate)])
  const both = beside.map(({ name, writing, reading }) => [
    ...[name, ...shown(writing)],
    ...[Math.round(reading.perSecond), ms(reading.p99), reading.failed],
  ])
  return [
    ...part('Writes', ['Write', ...TIMES], writes.map((one) => [one.name, ...shown(one)])), // prettier-ignore
    ...part('Replies while others read', ['Beside', ...TIMES, 'Read a second', 'p99', 'Failed'], both), // prettier-ignore
    ...part('Replies that the store takes, without a request', ['The disk', 'A second'], stored),
  ]
}

function part(title: string, head: string[], rows: (string | number)[][]) {
  return rows.length > 0 ? [`## ${title}\n\n${table(head, rows)}`] : []
}

function processTable({ start, memory, weights }: Measured) {
  return table(
    ['What', 'Measured'],
    [
      ['Start to the first answer, ms', ms(start)],
      ['Memory of a process after the start, MB', ms(memory.before)],
      ['Memory of a process after all of this, MB', ms(memory.after)],
      ...Object.entries(weights).flatMap(([name, { bytes, requests, readable }]) => [
        [`${name}, to a phone that has nothing of it: bytes on the wire`, bytes],
        [`${name}, to a phone that has nothing of it: requests`, requests],
        [`${name}, until it is readable on slow 3G and a slow phone, ms`, ms(readable)],
      ]),
    ],
  )
}

function sourcesTable() {
  const words = ['ls-files', '*.ts', '*.tsx', '*.js', '*.css']
  const files = execFileSync('git', words, { encoding: 'utf8' }).trim().split('\n')
  const lines = files
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8').split('\n').length - 1)
    .toSorted((a, b) => a - b)
  const at = (part: number) => lines[Math.floor(part * (lines.length - 1))]!
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object } // prettier-ignore
  return table(
    ['What', 'Number'],
    [
      ['Files', lines.length],
      ['Lines a file: median, 90th percentile, most', [0.5, 0.9, 1].map(at).join(', ')],
      ['Runtime dependencies', Object.keys(dependencies).length],
    ],
  )
}

// The cost of a page is the time that the server has for it: what it answers a second, turned over.
function growth(rows: Row[]) {
  const before = JSON.parse(readFileSync(against!, 'utf8')) as Measured
  const lines = rows.flatMap((row) => {
    const then = before.rows.find(({ name, as }) => name === row.name && as === row.as)
    if (!then) return []
    const cost = (one: Row) => (1000 / one.perSecond).toFixed(2)
    const asked = (one: Row) => (1000 / one.queries).toFixed(2)
    return [
      [
        ...[row.name, row.as, cost(then), cost(row), (then.perSecond / row.perSecond).toFixed(2)],
        ...[asked(then), asked(row), (then.queries / row.queries).toFixed(2)],
      ],
    ]
  })
  const head = ['Page', 'As', 'Small, ms', 'Large, ms', 'times', 'Its queries, small', 'large', 'times'] // prettier-ignore
  return `## Growth\n\nAgainst ${against}.\n\n${table(head, lines)}`
}

function cores() {
  return isPinned()
    ? 'The server has one core, the load another.'
    : 'The server shares its cores with the load.'
}

function shown({ perSecond, p50, p95, p99, failed }: Figures) {
  return [Math.round(perSecond), ms(p50), ms(p95), ms(p99), failed]
}

function share(part: number, whole: number) {
  return `${((100 * part) / whole).toFixed(0)} %`
}

function ms(value: number) {
  return value.toFixed(1)
}
