import { test as base } from '@playwright/test'
import { sessionOf, type Who } from './people.ts'

export { expect } from '@playwright/test'

type Fixtures = {
  /** Signs the page's browser in as one of the people; null signs out. */
  signIn: (who: Who | null) => Promise<void>
}

/** A test of a journey: pages by their path, people by their role, no error in the console. */
export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern
  baseURL: async ({}, use) => use(process.env.JOURNEY_ADDRESS),

  signIn: async ({ context, baseURL }, use) => {
    await use(async (who) => {
      await context.clearCookies({ name: 'multaqa_session' })
      if (who) await context.addCookies([{ ...sessionOf(who), url: baseURL! }])
    })
  },

  page: async ({ page }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
      // A page that is not there says so here as well; the journey looks at its status.
      const expected = message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && !expected) errors.push(message.text())
    })
    await use(page)
    base.expect(errors).toEqual([])
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
