import { desk, expect, test } from './support/test.ts'

test.use(desk)
test.slow()

test('what a title is like is shown while it is written, and then stops nobody', async ({
  open,
}) => {
  const page = await open('member')
  await page.goto('/fr/threads/new')
  const title = page.getByRole('textbox', { name: 'Titre' })
  await title.pressSequentially('Un budget participatif chez nous')
  const list = page.getByRole('region', { name: 'Est-ce l’un de ces sujets' })
  await expect(list.getByRole('link').first()).toHaveAttribute('target', '_blank')
  await expect(page.getByText(/sujets? semblables? sous le titre$/)).toBeAttached()
  await expect(title).toBeFocused()

  await page.locator('[name=body]').fill('Comment commencer ?')
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(page).toHaveURL(/\/fr\/threads\/[0-9a-z]{12}\//)
})
