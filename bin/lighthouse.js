import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './chromium.js'
import { demonstration } from './demonstration.js'

// How Lighthouse rates what visitors of the demonstration read, on its slow phone: each page in Arabic and in
// French, RUNS times. Lighthouse is fetched when it is needed: it is as large as half of what we develop with.
const LIGHTHOUSE = 'lighthouse@12.8.2'
const RUNS = 3
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const FIGURES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'] // prettier-ignore
const PAGES = ['', '/practices', '/threads', '/search?q=budget']

const chrome = findChromium()
if (!chrome) throw new Error('Lighthouse needs Chromium: CHROME_PATH=/path/to/chrome')
const folder = mkdtempSync(join(tmpdir(), 'multaqa-lighthouse-'))
const forum = await demonstration()
try {
  process.stdout.write(`| Page | ${[...CATEGORIES, ...FIGURES].join(' | ')} |\n`)
  process.stdout.write(`| --- |${' --- |'.repeat(CATEGORIES.length + FIGURES.length)}\n`)
  for (const path of await listPaths()) {
    const runs = Array.from({ length: RUNS }, () => rate(forum.address + path))
    const rows = runs[0]?.map((_, at) => runs.map((run) => run[at]).join(' · ')) ?? []
    process.stdout.write(`| ${decodeURI(path)} | ${rows.join(' | ')} |\n`)
  }
} finally {
  forum.end()
  rmSync(folder, { recursive: true, force: true })
}

function listPaths() {
  const paths = ['ar', 'fr'].flatMap((lang) => PAGES.map((page) => `/${lang}${page}`))
  return Promise.all(paths.map(leading))
}

/** From a list to the first thing in it. @param {string} path */
async function leading(path) {
  if (!/\/(?:practices|threads)$/.test(path)) return path
  const page = await (await fetch(forum.address + path)).text()
  const first = new RegExp(`href="(${path}/[0-9a-z]{12}/[^"?#]*)"`).exec(page)?.[1]
  if (!first) throw new Error(`There is nothing at ${path}`)
  return new URL(first, forum.address).pathname
}

/** @param {string} url @returns {string[]} */
function rate(url) {
  const report = join(folder, 'report.json')
  const words = ['--yes', LIGHTHOUSE, url, '--output=json', `--output-path=${report}`, '--quiet']
  const flags = `--chrome-flags=--headless=new --disable-gpu${process.getuid?.() === 0 ? ' --no-sandbox' : ''}`
  const env = { ...process.env, CHROME_PATH: chrome }
  const done = spawnSync('npx', [...words, flags], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  if (done.status !== 0) throw new Error(`Lighthouse gave up on ${url}`)
  const { categories, audits } = JSON.parse(readFileSync(report, 'utf8'))
  return [
    ...CATEGORIES.map((name) => String(Math.round(categories[name].score * 100))),
    ...FIGURES.map((name) => audits[name].displayValue),
  ]
}
