import type { Locator, Page } from '@playwright/test'
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
  const menu = page.getByRole('banner').locator('summary').filter({ hasText: 'Mon compte' })
  await tabTo(page, menu, 20)
  await page.keyboard.press('Space')
  const entry = page.getByRole('link', { name: 'Mes signets' })
  await tabTo(page, entry, 5)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mes signets')
  await expect(entry).toBeHidden()
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

async function tabTo(page: Page, target: Locator, most: number) {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  await expect(target).toBeFocused()
}
