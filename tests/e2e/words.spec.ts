import type { Page } from '@playwright/test'
import { written } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const OFFICE = /words-ar-office/

test('the words of other pages come when one goes there; if they can’t, the whole page does', async ({
  page,
  request,
  signIn,
}) => {
  await page.goto('/ar/practices')
  const practice = await page.locator('main article a').first().getAttribute('href')
  const parts = await written(
    request,
    'admin',
    `/threads/new?practice=${practice!.split('/')[3]}`,
    {
      ...{ title: 'الكلمات', body: 'أين الكلمات؟', form: 'question', lang: 'ar' },
    },
  )
  const thread = `/ar/${parts.join('/')}`
  const asked: string[] = []
  page.on('request', (one) => asked.push(new URL(one.url()).pathname))
  await signIn('member')
  await page.goto(thread, { waitUntil: 'networkidle' })
  expect(asked.filter((path) => path.includes('/words-'))).toEqual([
    expect.stringContaining('words-ar-base'),
  ])

  let tries = 0
  await page.route(OFFICE, (route) => (tries++ ? route.continue() : route.abort()))
  await goToSettings(page)
  await page.waitForEvent('load')
  await expect(page.getByRole('link', { name: 'صفاتي' })).toBeVisible()
  expect(asked.filter((path) => path === '/ar/settings')).toHaveLength(1)

  await page.goto(thread, { waitUntil: 'networkidle' })
  asked.length = 0
  await goToSettings(page)
  await expect(page.getByRole('link', { name: 'صفاتي' })).toBeVisible()
  expect(asked.filter((path) => OFFICE.test(path))).toHaveLength(1)
  // No page was loaded for it.
  expect(asked).not.toContain('/ar/settings')
})

async function goToSettings(page: Page) {
  const banner = page.getByRole('banner')
  await banner.locator('summary').filter({ hasText: 'حسابي' }).click()
  await banner.getByRole('link', { name: 'الإعدادات' }).click()
}
