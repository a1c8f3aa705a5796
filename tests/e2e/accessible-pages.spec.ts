import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import { fill, type Look, pagesOf } from './support/pages.ts'
import { expect, test as base } from './support/test.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const LANGS = ['ar', 'fr', 'en']

const html = new HtmlValidate({ extends: ['html-validate:standard'] })

const test = base.extend<object, { pages: ReturnType<typeof pagesOf> }>({
  // Each worker writes its own content once.
  pages: [
    async ({ playwright }, use) => {
      const request = await playwright.request.newContext({ baseURL: process.env.JOURNEY_ADDRESS })
      const sample = {
        practice: await first(request, '/practices', /\/practices\/[0-9a-z]{12}/),
        tag: await first(request, '/tags', /\/tags\/[a-z-]+/),
      }
      await use(pagesOf(await fill(request), sample))
      await request.dispose()
    },
    { scope: 'worker' },
  ],
})

// A trace of every step would cost more than the steps. Where a colour changes by and by, as that of a
// button which the script enables, half the way is no contrast.
test.use({ trace: 'off', contextOptions: { reducedMotion: 'reduce' } })

for (const lang of ['ar', 'fr', 'en', 'zgh']) {
  test(`what a visitor meets can be used by everyone (${lang})`, async ({ page, pages }) => {
    await lookAtAll(page, lang, pages.visitor)
  })
}

for (const who of ['member', 'facilitator', 'admin'] as const) {
  // The two directions; English has the words of a visitor's pages, and the shortest.
  for (const lang of ['ar', 'fr']) {
    test(`what a ${who} meets can be used by everyone (${lang})`, async ({
      page,
      pages,
      signIn,
    }) => {
      await signIn(who)
      await lookAtAll(page, lang, pages[who])
    })
  }
}

test('in the dark the contrast holds', async ({ page, pages, signIn }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await signIn('facilitator')
  for (const path of [
    '',
    '/search?q=budget',
    '/collectivities',
    '/login',
    '/moderation',
    pages.visitor.at(-4)!.path,
  ]) {
    await page.goto(`/ar${path}`)
    await expectNoBarrier(page, `/ar${path}`)
  }
})

async function lookAtAll(page: Page, lang: string, looks: Look[]) {
  test.setTimeout(300_000)
  for (const look of looks) {
    if (!(look.langs ?? LANGS).includes(lang)) continue
    await lookAt(page, `/${lang}${look.path}`, look)
  }
}

async function lookAt(page: Page, path: string, { status = 200, fields }: Look) {
  const answer = fields ? await sent(page, path, fields) : await page.goto(path)
  const name = fields ? `${path}, refused` : path
  expect.soft(answer?.status(), name).toBe(status)
  await expectNoBarrier(page, name)
  expect.soft(await faultsOf(await answer!.text()), `the HTML of ${name}`).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  for (const size of ['', '200%']) {
    const wide = await page.evaluate((letters) => {
      document.documentElement.style.fontSize = letters
      return document.documentElement.scrollWidth
    }, size)
    expect.soft(wide, `the width of ${name} ${size}`).toBeLessThanOrEqual(320)
  }
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  await page.setViewportSize({ width: 1280, height: 720 })
}

async function expectNoBarrier(page: Page, name: string) {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async (runOnly) => {
    const { violations } = await axe.run({ runOnly, resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))
  }, TAGS)
  expect.soft(found, name).toEqual([])
}

// The form as the browser would send it, without what the browser itself would ask to fill in.
async function sent(page: Page, path: string, fields: Record<string, string>) {
  await page.goto(path)
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.waitForEvent('load'),
    page.evaluate((typed) => {
      const form = document
        .querySelector('main')!
        .querySelector<HTMLFormElement>('form[method=post]')!
      for (const [name, value] of Object.entries(typed)) {
        form.querySelector<HTMLInputElement>(`[name="${name}"]`)!.value = value
      }
      HTMLFormElement.prototype.submit.call(form)
    }, fields),
  ])
  return answer
}

async function faultsOf(text: string) {
  const { results } = await html.validateString(text)
  return results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`)
}

type Requests = Parameters<typeof fill>[0]

async function first(request: Requests, path: string, link: RegExp) {
  const text = await (await request.get(`/fr${path}`)).text()
  return link.exec(text)![0]
}
