import { scriptsIn } from '#tests/support/scripts.ts'
import { expect, phone, test } from './support/test.ts'

test.use(phone)

test('a newcomer on a phone, in Arabic and without script, finds a practice and whose it is', async ({
  page,
}) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/ar$/)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  const search = page.getByRole('main').getByRole('searchbox')
  await search.fill('ميزانيه تشاركيه')
  await search.press('Enter')
  await expect(page).toHaveURL(/\/ar\/search\?q=/)
  await expect(page.getByRole('main').locator('mark').first()).toBeVisible()

  await page.goto('/ar/practices')
  // One with its source, not what another journey has written here.
  const imported = page.getByRole('main').locator('a[href*="/ar/practices/"]')
  await imported.filter({ hasNotText: 'مثال' }).first().click()
  await expect(page).toHaveURL(/\/ar\/practices\/[0-9a-z]{12}\//)
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /^https?:|\.\w{2,}/ })
      .first(),
  ).toBeVisible()

  await page.getByRole('main').locator('a[href*="/ar/collectivities/"]').first().click()
  await expect(page).toHaveURL(/\/ar\/collectivities\//)
  await expect(page.getByRole('main')).toContainText(title)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
})

test('the language switch stays on the page that one reads', async ({ page }) => {
  await page.goto('/ar/search?q=dechets')
  const french = page.locator('a[hreflang="fr"][href^="/fr/search"]').first()
  expect(await french.getAttribute('href')).toContain('q=dechets')
  await page.goto((await french.getAttribute('href'))!)
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('dechets')
})

test('no page that a newcomer meets is wider than the phone, or has a script', async ({ page }) => {
  for (const path of [
    '/ar',
    '/fr',
    '/en',
    '/zgh',
    '/ar/practices',
    '/ar/challenges',
    '/ar/charter',
    '/ar/collectivities',
    '/ar/spaces',
    '/ar/login',
  ]) {
    expect((await page.goto(path))?.status(), path).toBe(200)
    expect(scriptsIn(await page.content()), path).toEqual([])
    const wide = await page.locator('html').boundingBox()
    expect(wide!.width, path).toBeLessThanOrEqual(390)
  }
})

test('a practice is one sheet of paper: its code, its facts, and no way elsewhere', async ({
  page,
}) => {
  for (const lang of ['ar', 'fr']) {
    await page.goto(`/${lang}/practices`)
    await page.goto((await page.locator('main article a').first().getAttribute('href'))!)
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.qr-code')).toBeVisible()
    await expect(page.locator('.practice-facts')).toBeVisible()
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await expect(page.locator('.practice-neighbours')).toBeHidden()
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  }
})
