import { desk, expect, test } from './support/test.ts'

test.use(desk)
test.slow()

test('by keyboard one goes to what is suggested, or searches without choosing', async ({
  open,
}) => {
  const page = await open('member')
  await page.goto('/fr/search')
  const search = page.getByRole('main').getByRole('combobox')
  const options = page.getByRole('option')
  await search.pressSequentially('budget particip')
  await expect(search).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByText(/^\d+ suggestions?$/)).toBeAttached()

  await search.press('ArrowDown')
  const first = options.first()
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await expect(search).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id'))!)
  await search.press('Home')
  await expect(page.getByRole('option', { selected: true })).toHaveCount(0)
  await search.press('Escape')
  await expect(options).toHaveCount(0)
  await expect(search).toHaveValue('budget particip')

  await search.press('Enter')
  await expect(page).toHaveURL(/\/fr\/search\?q=budget\+particip$/)
  await expect(options).toHaveCount(0)

  await search.fill('budget participatif')
  await expect(options.first()).toBeVisible()
  await search.press('ArrowUp')
  const last = options.last()
  await expect(last).toHaveAttribute('aria-selected', 'true')
  await search.press('Enter')
  await expect(page).not.toHaveURL(/\/search/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('without an answer the form searches all the same', async ({ open }) => {
  const page = await open('member')
  await page.goto('/fr/search')
  await page.route('**/search/suggestions?*', (route) => route.abort())
  const search = page.getByRole('main').getByRole('combobox')
  const asked = page.waitForRequest('**/search/suggestions?*')
  await search.pressSequentially('budget')
  await asked
  await search.press('Enter')
  await expect(page).toHaveURL(/\/fr\/search\?q=budget$/)
})
