import { readFileSync, writeFileSync } from 'node:fs'
import { program } from '../../bin/build.js'

// The built program with an ear inside: what React alone, and what the queries alone take of a page.
// `node inside.js PAGES RESULTS`, both of them files of JSON.
const [from = '', to = ''] = process.argv.slice(2)
const SECONDS = process.env.BENCH_QUICK ? 0.2 : 0.5
const RUNS = 3

/** @type {{ name: string, path: string, cookie?: string, html: boolean }[]} */
const pages = JSON.parse(readFileSync(from, 'utf8'))

/** @typedef {{ sql: string, parameters: unknown[] }} Asked */
/** @type {Asked[]} */
let asked = []
/** @type {any[] | undefined} What Remix last gave to be rendered. */
let rendered

const { run, loadBuild, files } = await program()
const { sqlite } = /** @type {any} */ (globalThis).multaqa
const prepare = sqlite.prepare.bind(sqlite)
const build = loadBuild()
/** @type {(...given: any[]) => Promise<Response>} */
const render = build.entry.module.default
listen()

/** @param {any[]} given */
const heard = (...given) => render(...(rendered = given))
const entry = { ...build.entry, module: { ...build.entry.module, default: heard } }
const heardBuild = { ...build, entry }
await run(['start'], { loadBuild: () => heardBuild, files })
const address = `http://127.0.0.1:${process.env.PORT}`

const results = []
for (const page of pages) results.push(await look(page))
writeFileSync(to, JSON.stringify(results))
process.kill(process.pid, 'SIGTERM')

/** @param {typeof pages[number]} page */
async function look({ path, cookie, html }) {
  rendered = undefined
  /** @type {Record<string, string>} */
  const headers = cookie ? { cookie } : {}
  const ask = async () => {
    asked = []
    await (await fetch(address + path, { headers })).text()
    return asked
  }
  // The second time it asks no more than it does every time; nothing at all if the answer was kept.
  const first = await ask()
  const second = await ask()
  const statements = second.length > 0 ? second : first
  return {
    statements: statements.length,
    queries: await perSecond(queriesOf(statements)),
    react: html && rendered ? await perSecond(renderingOf(rendered)) : null,
  }
}

/** @param {Asked[]} statements */
function queriesOf(statements) {
  const prepared = statements
    .map(({ sql, parameters }) => ({ statement: prepare(sql), parameters }))
    .filter(({ statement }) => statement.reader && statement.readonly)
  return () => {
    for (const { statement, parameters } of prepared) statement.all(...parameters)
  }
}

// Each time with all its data ready; the data's own way to the browser is not React's work.
/** @param {any[]} given */
function renderingOf([request, status, , context, ...rest]) {
  return async () => {
    const ready = { ...context, serverHandoffStream: undefined, renderMeta: {} }
    await (await render(request, status, new Headers(), ready, ...rest)).text()
  }
}

/** How often something can be done in a second: the median of the runs. @param {() => unknown} work */
async function perSecond(work) {
  const rates = []
  for (let run = 0; run <= RUNS; run++) {
    const started = performance.now()
    let count = 0
    while (performance.now() - started < SECONDS * 1000) {
      await work()
      count++
    }
    rates.push((count * 1000) / (performance.now() - started))
  }
  // The first of them was for warming up.
  return rates.slice(1).sort((a, b) => a - b)[Math.floor(RUNS / 2)]
}

function listen() {
  sqlite.prepare = (/** @type {string} */ sql) => {
    const statement = prepare(sql)
    for (const verb of ['all', 'get', 'iterate', 'run']) {
      const plain = statement[verb].bind(statement)
      statement[verb] = (/** @type {unknown[]} */ ...parameters) => {
        asked.push({ sql, parameters: parameters.flat() })
        return plain(...parameters)
      }
    }
    return statement
  }
}
