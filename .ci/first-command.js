// `npm start` on an empty folder: the main pages answer, are light and carry no script; it stops
// cleanly, and starts again on the same data.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const LIMIT = 60_000
const PAGES = [
  '/ar',
  '/fr',
  '/en',
  '/zgh',
  '/ar/practices',
  '/ar/challenges',
  '/ar/charter',
  `/ar/search?q=${encodeURIComponent('نفايات')}`,
]
const folder = mkdtempSync(join(tmpdir(), 'multaqa-first-'))
const port = await freePort()
const total = { passed: 0, failed: 0 }

try {
  await firstStart()
  await secondStart()
} catch (error) {
  check(false, String(error))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
process.exit(total.failed ? 1 : 0)

async function firstStart() {
  const program = await start()
  check(
    /\/welcome\?token=\S{20,}/.test(program.said()),
    'prints the link for the first administrator',
  )
  const root = await ask('/')
  check(root.status === 302 && root.location === '/ar', '/ leads to Arabic')
  check((await ask('/healthz')).status === 200, '/healthz answers 200')
  for (const path of PAGES) await checkPage(path)
  const list = await ask('/ar/practices')
  const practice = /href="(\/ar\/practices\/[0-9a-z]{12}\/[^"]*)"/.exec(list.body)?.[1]
  check(practice !== undefined, 'the list leads to a practice')
  if (practice) await checkPage(practice)
  check((await ask('/fr/rien')).status === 404, 'an absent page answers 404')
  const card = await ask('/cards/site.ar.png')
  check(card.status === 200 && card.bytes > 5000, `/cards/site.ar.png: ${card.bytes} bytes`)
  await checkStop(program)
}

async function secondStart() {
  const started = Date.now()
  const program = await start()
  const ms = Date.now() - started
  check(ms < 10_000, `starts again on the same data (${ms} ms with npm)`)
  check((await ask('/ar/practices')).status === 200, 'and still has its pages')
  await checkStop(program)
}

/** @param {string} path */
async function checkPage(path) {
  const page = await ask(path)
  const sheets = [...page.body.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)]
  let bytes = page.bytes
  for (const [, href] of sheets) bytes += (await ask(href)).bytes
  // A page without script has its styles in itself (decision 113).
  const styled = page.body.includes('<style>') || sheets.length > 0
  const light = bytes <= LIMIT && styled
  // What a page is in the words of schema.org is data, which no browser runs.
  const silent = !page.body
    .replaceAll('<script type="application/ld+json">', '')
    .includes('<script')
  check(
    page.status === 200 && light && silent,
    `${decodeURI(path)}: ${page.status}, ${bytes} bytes with its styles`,
  )
}

/** @param {Awaited<ReturnType<typeof start>>} program */
async function checkStop({ child, ended, said }) {
  child.kill('SIGTERM')
  const code = await Promise.race([ended, wait(12_000).then(() => 'still running')])
  check(code === 0, `stops on SIGTERM with 0 (${code})`)
  check(/"msg":"stopped"/.test(said()), 'and says that it stopped')
}

async function start() {
  const env = { ...process.env, DATA_DIR: folder, PORT: String(port), NODE_ENV: '' }
  // Its own process group, so that nothing is left behind whatever happens.
  const child = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  let running = true
  const ended = new Promise((resolve) => child.on('close', resolve)).then((code) => {
    running = false
    return code
  })
  process.on('exit', () => {
    if (running && child.pid) process.kill(-child.pid, 'SIGKILL')
  })
  for (let tries = 0; tries < 600 && running; tries++) {
    const answer = await ask('/healthz').catch(() => undefined)
    if (answer?.status === 200) return { child, ended, said: () => output }
    await wait(100)
  }
  throw new Error(`npm start did not answer:\n${output}`)
}

/** @param {string} path @returns {Promise<{ status?: number, location?: string, body: string, bytes: number }>} */
function ask(path) {
  const { promise, resolve, reject } = withResolvers()
  // The size is what travels: compressed, as every browser asks for it.
  const options = { port, path: encodeURI(decodeURI(path)), headers: { 'accept-encoding': 'gzip' } }
  get({ host: '127.0.0.1', ...options }, async (res) => {
    const chunks = []
    for await (const chunk of res) chunks.push(chunk)
    const raw = Buffer.concat(chunks)
    const zipped = res.headers['content-encoding'] === 'gzip'
    const body = (zipped ? (await import('node:zlib')).gunzipSync(raw) : raw).toString()
    resolve({ status: res.statusCode, location: res.headers.location, body, bytes: raw.length })
  }).on('error', reject)
  return promise
}

/** @param {boolean} holds @param {string} what */
function check(holds, what) {
  total[holds ? 'passed' : 'failed']++
  process.stdout.write(`${holds ? '  ok   ' : '  FAIL '} ${what}\n`)
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = /** @type {import('node:net').AddressInfo} */ (server.address())
      server.close(() => resolve(free))
    })
  })
}

/** @param {number} ms */
function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Promise.withResolvers is not in Node 20. @returns {any} */
function withResolvers() {
  /** @type {any} */
  const parts = {}
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }))
  return parts
}
