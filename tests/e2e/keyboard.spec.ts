import type { Locator, Page } from '@playwright/test'
import { hydrated } from './support/hydrated.ts'
import { desk, expect, test } from './support/test.ts'

test.use(desk)

test('by keyboard alone one comes from the skip link to a practice', async ({ page }) => {
  await page.goto('/fr/practices')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Aller au contenu' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  const first = page.getByRole('main').getByRole('article').first().getByRole('link').first()
  const title = await first.innerText()
  await tabTo(page, first, 40)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
})

test('the menu of a narrow screen opens and leads on by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/fr')
  await tabTo(page, page.getByRole('banner').locator('summary').filter({ hasText: 'Menu' }), 15)
  await page.keyboard.press('Enter')
  const entry = page.getByRole('link', { name: 'Bibliothèque', exact: true })
  await expect(entry).toBeVisible()
  await tabTo(page, entry, 5)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/fr\/practices$/)
})

test('the menu of one’s account opens by keyboard, and is closed where it leads', async ({
  open,
}) => {
  const page = await open('member')
  await page.goto('/fr')
  await hydrated(page)
  const menu = page.getByRole('banner').locator('summary').filter({ hasText: 'Mon compte' })
  await tabTo(page, menu, 20)
  await page.keyboard.press('Space')
  const entry = page.getByRole('link', { name: 'Mes signets' })
  await tabTo(page, entry, 5)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mes signets')
  await expect(entry).toBeHidden()
  await expect(page.getByRole('main')).toBeFocused()
})

test('after a form that was not accepted one stands before what is wrong', async ({ open }) => {
  const page = await open('member')
  await page.goto('/fr/settings/password')
  await page.getByLabel('Mot de passe actuel').fill('ce n’est pas celui-là')
  await page.getByLabel('Nouveau mot de passe').fill('une phrase assez longue')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeFocused()

  await page.goto('/fr/practices/new')
  await page.getByRole('button', { name: 'Soumettre' }).press('Enter')
  const alert = page.getByRole('alert')
  await expect(alert).toBeFocused()
  const first = alert.getByRole('link').first()
  await tabTo(page, first, 1)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Titre', { exact: true })).toBeFocused()
})

test('a member searches with one key, sees which keys there are, and turns them off', async ({
  open,
}) => {
  const page = await open('member')
  await page.goto('/fr/practices')
  await hydrated(page)
  const list = page.getByRole('dialog', { name: 'Raccourcis clavier' })
  await page.keyboard.press('?')
  await expect(list).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await page.keyboard.press('/')
  await expect(page).toHaveURL(/\/fr\/search$/)
  const field = page.locator('main input[type=search]')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('/')
  await expect(field).toBeFocused()
  await page.keyboard.press('?')
  await expect(field).toHaveValue('?')
  await page.getByRole('heading', { level: 1 }).click()
  // The question mark of Arabic keyboards.
  await page.locator('body').dispatchEvent('keydown', { key: '؟' })
  await list.getByRole('button', { name: 'Désactiver' }).click()
  await page.keyboard.press('?')
  await expect(list).toBeHidden()
})

test('a member sees what is new in a thread since they were there, and what they saw last', async ({
  open,
}) => {
  const [page, other] = [await open('member'), await open('stranger')]
  await page.goto('/fr/threads/new')
  await page.getByLabel('Titre', { exact: true }).fill('Exemple : le marché du jeudi')
  await page.getByLabel('Votre texte').fill('Qui le tient ?')
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Exemple : le marché du jeudi')
  await hydrated(page)
  await other.goto(page.url())
  await other
    .getByLabel('Votre réponse')
    .fill(`Exemple. ${'Nous deux, chaque jeudi. '.repeat(120)}`)
  await other.getByRole('button', { name: 'Publier la réponse' }).click()
  await expect(other.getByText('Lire la suite')).toBeHidden()

  await page.reload()
  await expect(page.getByText('Nouveau depuis votre dernière visite')).toBeVisible()
  const reply = page.getByRole('article').filter({ hasText: 'chaque jeudi' })
  const folded = (await reply.boundingBox())!.height
  await reply.getByText('Lire la suite').click()
  expect((await reply.boundingBox())!.height).toBeGreaterThan(folded)
  await page.reload()
  await expect(page.getByText('Nouveau depuis votre dernière visite')).toHaveCount(0)
  await page.goto('/fr/bookmarks')
  await expect(page.getByRole('link', { name: 'Exemple : le marché du jeudi' })).toBeVisible()
})

async function tabTo(page: Page, target: Locator, most: number) {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  await expect(target).toBeFocused()
}
