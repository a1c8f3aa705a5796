import { type Browser, type BrowserContext, type Page, test as base } from '@playwright/test'
import { sessionOf, type Who } from './people.ts'

export { expect } from '@playwright/test'

type Options = Parameters<Browser['newContext']>[0]

type Fixtures = {
  /** Signs the page's browser in as one of the people; null signs out. */
  signIn: (who: Who | null) => Promise<void>
  /** A page in a browser of its own, of one of the people or of a visitor. */
  open: (who: Who | null, options?: Options) => Promise<Page>
}

/** A test of a journey: pages by their path, people by their role, no error in the console. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern
  baseURL: async ({}, use) => use(process.env.JOURNEY_ADDRESS),

  signIn: async ({ context, baseURL }, use) => {
    await use((who) => signIn(context, who, baseURL!))
  },

  page: async ({ page }, use) => {
    const errors = watch(page)
    await use(page)
    base.expect(errors).toEqual([])
  },

  open: async ({ browser, baseURL }, use) => {
    const opened: { page: Page; errors: string[] }[] = []
    await use(async (who, options) => {
      const context = await browser.newContext(options)
      await signIn(context, who, baseURL!)
      const page = await context.newPage()
      opened.push({ page, errors: watch(page) })
      return page
    })
    for (const { page } of opened) await page.context().close()
    base.expect(opened.flatMap(({ errors }) => errors)).toEqual([])
  },
})

/** A newcomer's phone: small, in Arabic, and with no script to lean on. */
export const phone = {
  viewport: { width: 390, height: 844 },
  locale: 'ar-MA',
  javaScriptEnabled: false,
  hasTouch: true,
  isMobile: true,
}

/** The desk of somebody who writes in French. */
export const desk = { viewport: { width: 1280, height: 900 }, locale: 'fr-MA' }

async function signIn(context: BrowserContext, who: Who | null, url: string) {
  await context.clearCookies({ name: 'multaqa_session' })
  if (who) await context.addCookies([{ ...sessionOf(who), url }])
}

function watch(page: Page) {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    // A page that is not there says so here as well; the journey looks at its status.
    const expected = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !expected) errors.push(message.text())
  })
  return errors
}
