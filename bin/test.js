import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isCurrent, ROOT } from './build.js'
import { needChromium } from './chromium.js'

// Everything that must hold, the quick things first; the first that does not hold ends it.
const reports = mkdtempSync(join(tmpdir(), 'multaqa-test-'))
const unit = join(reports, 'unit.json')
const journeys = join(reports, 'journeys.json')
const total = { passed: 0, failed: 0 }

// What asks for no database and no browser, side by side.
const lint = { name: 'Lint', run: () => inTheBackground(binary('oxlint'), ['--deny-warnings']) }
const format = {
  name: 'Format',
  run: () =>
    inTheBackground(binary('prettier'), ['--check', '--log-level', 'warn', '--cache', '.']),
}
const types = { name: 'Types', run: () => inTheBackground(binary('typescript/tsc')) }
const build = { name: 'Build', run: buildWhenStale }

const steps = [
  { name: 'Unit and route tests', run: runUnit },
  { name: 'Journeys in Chromium', run: runJourneys },
]

const checked = await Promise.all([inTurn([lint, format]), inTurn([types, build])])
let held = checked.every(Boolean)
for (const { name, run } of held ? steps : []) {
  process.stdout.write(`\n── ${name}\n`)
  const started = Date.now()
  held = succeeds(run)
  process.stdout.write(`   ${held ? 'passed' : 'FAILED'} in ${seconds(started)}\n`)
  if (!held) break
}
// A step that fails without a test that failed (a lint error, a crash) still counts as one.
if (!held && total.failed === 0) total.failed = 1
rmSync(reports, { recursive: true, force: true })
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
process.exit(held ? 0 : 1)

/** @param {{ name: string, run: () => ReturnType<typeof inTheBackground> }[]} list */
async function inTurn(list) {
  for (const { name, run } of list) {
    const started = Date.now()
    const { ok, said } = await run()
    const outcome = `   ${ok ? 'passed' : 'FAILED'} in ${seconds(started)}\n`
    process.stdout.write(`\n── ${name}\n${said}${outcome}`)
    if (!ok) return false
  }
  return true
}

/** @param {() => boolean} run */
function succeeds(run) {
  try {
    return run()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    return false
  }
}

function buildWhenStale() {
  if (isCurrent()) return Promise.resolve({ ok: true, said: '' })
  return inTheBackground(join(ROOT, 'bin/build.js'))
}

function runUnit() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unit}`]
  const ok = tool('vitest', ['run', ...reporters])
  const { numPassedTests, numFailedTests, success } = JSON.parse(readFileSync(unit, 'utf8'))
  return count(numPassedTests, numFailedTests) && ok && success
}

function runJourneys() {
  const CHROME_PATH = needChromium()
  const env = { CHROME_PATH, PLAYWRIGHT_JSON_OUTPUT_NAME: journeys }
  const ok = tool('@playwright/test/playwright', ['test', '--reporter=list,json'], env)
  const { stats, errors } = JSON.parse(readFileSync(journeys, 'utf8'))
  return count(stats.expected, stats.unexpected + stats.flaky + errors.length) && ok
}

/** @param {number} passed @param {number} failed */
function count(passed, failed) {
  total.passed += passed
  total.failed += failed
  return passed > 0 && failed === 0
}

/** @param {string} name @param {string[]} args @param {Record<string, string>} [env] */
function tool(name, args, env = {}) {
  const done = spawnSync(process.execPath, [binary(name), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return done.status === 0
}

// What two say at the same time would be hard to read: it is kept until one has ended.
/** @param {string} file @param {string[]} [args] @returns {Promise<{ ok: boolean, said: string }>} */
function inTheBackground(file, args = []) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: ROOT })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part) => (said += part))
    }
    child.on('close', (code) => resolve({ ok: code === 0, said }))
  })
}

// The file behind the name in the package's own "bin": npx would cost a second each.
/** @param {string} name */
function binary(name) {
  const parts = name.split('/')
  const command = /** @type {string} */ (parts.at(-1))
  const from = parts.length > 1 ? parts.slice(0, -1).join('/') : command
  const folder = join(ROOT, 'node_modules', from)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

/** @param {number} started */
function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`
}
