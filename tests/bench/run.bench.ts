import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, test } from 'vitest'
import { db } from '#db/client.server.ts'
import { leaveUnindexed } from '../support/setup.ts'
import { measureBare, sizeOf } from './bare.ts'
import { measure, middleOf, run, type Sent } from './load.ts'
import { listPages, type Page } from './pages.ts'
import { type Inside, type Measured, writeReport } from './report.ts'
import { endAll, memoryOf, startForum, startOnCore } from './server.ts'
import { measureStore } from './store.ts'
import { weighAll } from './weigh.ts'
import { listWrites, openThreads } from './writes.ts'

const folder = dirname(process.env.DATABASE_FILE!)
const port = Number(process.env.BENCH_PORT || 4200)
const url = `http://127.0.0.1:${port}`
const STARTS = 5
const READERS = 50
const WEIGHED = ['home', 'practice', 'thread']

// Names of pages, of readers, and of the other parts: writes, readers, store, starts, weights.
const only = (process.env.BENCH_ONLY ?? '').split(',').filter(Boolean)

afterAll(endAll)

test('the built program as people run it', async () => {
  leaveUnindexed()
  const named = only.filter((name) => !isPart(name))
  const pages = only.length > 0 && named.length === 0 ? [] : await listPages(named)
  const inside = pages.length > 0 ? await lookInside(pages) : []
  const starts = wants('starts') ? await measureStarts() : []

  const forum = await startForum(folder, port)
  const memory = { before: memoryOf(forum.pid), after: NaN }
  say('a bare server')
  const bare = await measureBare(pages, { url, port: port + 1, folder })
  const rows: Measured['rows'] = []
  for (const [index, page] of pages.entries()) {
    say(`${page.name}, as ${page.as}`)
    const { name, as } = page
    const figures = await measure(url, () => page)
    rows.push({ name, as, ...figures, ...inside[index]!, bare: bare.get(sizeOf(page))! })
  }
  const writes = wants('writes') ? await measureWrites() : []
  const beside = wants('readers') ? await measureBeside() : []
  memory.after = memoryOf(forum.pid)
  const weights = wants('weights') ? await weighAll(addressesOf(pages)) : {}
  await forum.stop()
  const store = wants('store') ? await measureStore() : {}
  await db.destroy()
  const start = starts.length > 0 ? middleOf(starts, (one) => one) : NaN
  writeReport({ rows, writes, beside, store, memory, start, weights })
})

// What each page takes for its queries and for React, in the built program alone in its process.
async function lookInside(pages: Page[]) {
  say('React and the queries alone')
  const [from, to] = [`${folder}/pages.json`, `${folder}/inside.json`]
  writeFileSync(from, JSON.stringify(pages))
  const { BENCH_QUICK = '' } = process.env
  const env = { DATA_DIR: folder, PORT: String(port), SAMPLE_CONTENT: 'none', BENCH_QUICK }
  await startOnCore(['tests/bench/inside.js', from, to], env, `${folder}/log`).ended
  return JSON.parse(readFileSync(to, 'utf8')) as Inside[]
}

async function measureStarts() {
  say('starts')
  const times: number[] = []
  while (times.length < STARTS) {
    const forum = await startForum(folder, port)
    times.push(forum.milliseconds)
    await forum.stop()
  }
  return times
}

async function measureWrites() {
  const rows: Measured['writes'] = []
  for (const { name, next, ...options } of await listWrites()) {
    say(name)
    rows.push({ name, ...(await measure(url, next, options)) })
  }
  return rows
}

// Replies, one after the other, while people read: a page a second each, then as fast as they can. What they
// read has been read before, as nearly always.
async function measureBeside() {
  const reply = (await listWrites()).find(({ name }) => name === 'reply')!
  const threads = (await openThreads()).slice(0, READERS)
  let turn = 0
  const read = (): Sent => ({ path: threads[turn++ % threads.length]!.path })
  const rows: Measured['beside'] = []
  await run(url, read)
  for (const paced of [true, false]) {
    const name = `${READERS} readers, ${paced ? 'a page a second each' : 'without a pause'}`
    say(`replies beside ${name}`)
    const reading = run(url, read, { connections: READERS, paced, seconds: 9 })
    // By then all of them have begun.
    await setTimeout(1000)
    const writing = await run(url, reply.next, { status: 302, connections: 1, seconds: 7 })
    rows.push({ name, writing, reading: await reading })
  }
  return rows
}

function addressesOf(pages: Page[]) {
  const shown = pages.filter(({ as, name }) => as === 'visitor' && WEIGHED.includes(name))
  return Object.fromEntries(shown.map(({ name, path }) => [name, url + path]))
}

function isPart(name: string) {
  return ['writes', 'readers', 'store', 'starts', 'weights'].includes(name)
}

function wants(part: string) {
  return only.length === 0 || only.includes(part)
}

function say(what: string) {
  process.stdout.write(`… ${what}\n`)
}
