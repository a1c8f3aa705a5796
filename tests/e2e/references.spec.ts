import { desk, expect, test } from './support/test.ts'

test.use(desk)
test.slow()

test('people and practices are named by what they are called', async ({ open }) => {
  const page = await open('member')
  await page.goto('/fr/threads/new')
  const text = page.getByLabel('Votre texte')
  const options = page.getByRole('listbox').getByRole('option')
  await text.click()
  await text.pressSequentially('- Voir #budget par')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText(/^\d+ suggestions?$/)).toBeAttached()
  await expect(text).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id'))!) // prettier-ignore
  await text.press('ArrowDown')
  await text.press('ArrowUp')
  // In a list Enter begins the next item, but for the moment in which it chooses.
  await text.press('Enter')
  await expect(text).toHaveValue(/^- Voir \[.*[Bb]udget.*\]\(\/i\/[a-z0-9]+\) $/)
  await expect(options).toHaveCount(0)

  await text.pressSequentially('et @exem')
  await expect(options.first()).toContainText('Exemple')
  await text.press('Escape')
  await expect(options).toHaveCount(0)
  await text.pressSequentially('p')
  await expect(options.first()).toBeVisible()
  // Elsewhere in the text nobody is named.
  await text.press('Home')
  await expect(options).toHaveCount(0)
  await text.press('End')
  await options.first().click()
  await expect(text).toHaveValue(/ et @[a-z0-9-]+ $/)
  await expect(text).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(text).toHaveValue(/ et @exemp$/)
})

test('they are named in the same way while the formatting is shown', async ({ open }) => {
  const page = await open('member')
  await page.goto('/fr/threads/new')
  const plain = page.locator('#field-body')
  await page.getByRole('button', { name: 'Afficher la mise en forme' }).click()
  const text = page.locator('.rich-text')
  const options = page.getByRole('listbox').getByRole('option')
  await expect(text).toBeFocused()
  await page.keyboard.type('Voir ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('bien')
  await page.keyboard.press('Control+b')
  await page.keyboard.type(' #budget par')
  await expect(text).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id'))!) // prettier-ignore
  await page.keyboard.press('Enter')
  await expect(plain).toHaveValue(/^Voir \*\*bien\*\* \[.*[Bb]udget.*\]\(\/i\/[a-z0-9]+\)$/)
  await expect(text.getByRole('link')).toContainText(/budget/i)

  await page.keyboard.type('et @exemp')
  await options.first().click()
  await expect(plain).toHaveValue(/\) et @[a-z0-9-]+$/)
  await expect(options).toHaveCount(0)
  // What one types next is no part of the name.
  await page.keyboard.type('merci')
  await expect(plain).toHaveValue(/\) et @[a-z0-9-]+ merci$/)
  await page.keyboard.press('Enter')
  await page.keyboard.type('#budget')
  await expect(options.first()).toBeVisible()
  await page.keyboard.press('Home')
  await expect(options).toHaveCount(0)
})

test('where suggestions cannot be fetched one writes on', async ({ open }) => {
  const page = await open('member')
  await page.route('**/assets/references-*.js', (route) => route.abort())
  await page.goto('/fr/threads/new')
  const text = page.getByLabel('Votre texte')
  const failed = page.waitForEvent('requestfailed')
  await text.click()
  await failed
  await text.pressSequentially('Voir #budget')
  await expect(text).toHaveValue('Voir #budget')
  await expect(page.getByRole('heading', { name: 'Lancer une discussion' })).toBeVisible()
})
