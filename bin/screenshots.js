import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { ROOT } from './build.js'
import { needChromium } from './chromium.js'
import { demonstration } from './demonstration.js'
import { SCREENS, WRITTEN } from './screens.js'

/** @typedef {import('./screens.js').Screen} Screen */
/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */

// Pictures of every page, on the demonstration, to be looked at; names and options narrow them:
// npm run screenshots -- home practice --lang ar --width 360 --scheme dark
const FOLDER = join(ROOT, 'screenshots')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string', multiple: true, default: ['ar', 'fr'] },
    width: { type: 'string', multiple: true, default: ['360', '768', '1440'] },
    scheme: { type: 'string', multiple: true, default: ['light', 'dark'] },
  },
})
const unknown = positionals.filter((name) => !SCREENS.some((screen) => screen.name === name))
if (unknown.length > 0)
  throw new Error(`No page is named ${unknown.join(', ')}: see bin/screens.js`)
const screens = SCREENS.filter(({ name }) => !positionals.length || positionals.includes(name))

/** @type {Record<string, Awaited<ReturnType<typeof signIn>>>} */
const sessions = {}
const forum = await demonstration()
const browser = await launch()
try {
  mkdirSync(FOLDER, { recursive: true })
  for (const one of WRITTEN) await write(one)
  for (const who of new Set(screens.map((screen) => screen.who))) await takeAllOf(who)
  process.stdout.write(`\nThe pictures are in ${FOLDER}\n`)
} finally {
  await browser.close()
  forum.end()
}

function launch() {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: needChromium(), args })
}

/** @param {Screen['who']} who */
async function takeAllOf(who) {
  const storageState = await signedIn(who)
  for (const lang of values.lang) {
    for (const scheme of values.scheme) {
      const context = await browser.newContext({
        baseURL: forum.address,
        storageState,
        colorScheme: scheme === 'dark' ? 'dark' : 'light',
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(10_000)
      const page = await context.newPage()
      for (const screen of screens.filter((one) => one.who === who)) {
        await takeOne(page, lang, screen, scheme)
      }
      await context.close()
    }
  }
}

/** @param {(typeof WRITTEN)[number]} one */
async function write({ who, path, links, form, times = 1 }) {
  const storageState = await signedIn(who)
  const context = await browser.newContext({ baseURL: forum.address, storageState })
  const page = await context.newPage()
  if (links) await go(page, 'fr', { path, links })
  const to = links ? page.url() : `/fr${path}`
  for (let written = 0; written < times; written += 1) {
    // The same text twice in a minute would be one.
    const numbered = times > 1 ? { ...form, body: `${form.body} (${written + 1})` } : form
    const answer = await context.request.post(to, { form: numbered, maxRedirects: 0 })
    if (answer.status() !== 302) throw new Error(`${to} answered ${answer.status()}`)
  }
  await context.close()
}

/** @param {Screen['who']} who */
async function signedIn(who) {
  if (!who) return undefined
  return (sessions[who] ??= await signIn(who))
}

/** @param {NonNullable<Screen['who']>} who */
async function signIn(who) {
  const page = await browser.newPage({ baseURL: forum.address })
  await page.goto('/fr/login')
  await page.fill('[name=email]', `${who}@multaqa.example`)
  await page.fill('[name=password]', forum.passwords[who] ?? '')
  await page.press('[name=password]', 'Enter')
  await page.waitForURL((url) => !url.pathname.endsWith('/login'))
  const state = await page.context().storageState()
  await page.context().close()
  return state
}

// One page that is not found, or not the same any more, leaves the others their pictures.
/** @param {Page} page @param {string} lang @param {Screen} screen @param {string} scheme */
async function takeOne(page, lang, screen, scheme) {
  try {
    await go(page, lang, screen)
    for (const width of values.width) await take(page, `${screen.name}-${lang}-${width}-${scheme}`)
  } catch (error) {
    process.exitCode = 1
    process.stderr.write(`${screen.name}: ${error instanceof Error ? error.message : error}\n`)
  }
}

/** @param {Page} page @param {string} lang @param {Omit<Screen, 'name'>} screen */
async function go(page, lang, { path, links = [], type = {}, press = [], send, fails }) {
  await page.goto(`/${lang}${path}`)
  for (const link of links) {
    await page.goto(String(await page.locator(link).first().getAttribute('href')))
  }
  for (const [name, text] of Object.entries(type)) await page.fill(`main [name=${name}]`, text)
  await page.waitForLoadState('networkidle')
  if (fails) await page.route('**/*.data*', (route) => route.fulfill({ status: 500 }))
  for (const one of press) await page.locator(one).first().click()
  if (fails) await page.waitForSelector('.error-page')
  await page.unroute('**/*.data*')
  if (send) {
    // Past what the browser itself would ask for: what the forum answers is the picture.
    const form = page.locator('main form[method=post]').first()
    await form.evaluate((/** @type {HTMLFormElement} */ one) => one.submit())
    await page.waitForEvent('load')
  }
  await page.waitForLoadState('networkidle')
}

/** @param {Page} page @param {string} name */
async function take(page, name) {
  const width = Number(name.split('-').at(-2))
  await page.setViewportSize({ width, height: width < 600 ? 740 : 900 })
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true })
  process.stdout.write(`${name}\n`)
}
