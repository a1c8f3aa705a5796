import type { Page } from '@playwright/test'
import { desk, expect, test } from './support/test.ts'

test.use({ ...desk, serviceWorkers: 'allow' })

// Pages of the context, not of `open`: without a connection Remix says so in the console.
const WORDS = 'Exemple : écrit là où il n’y a pas de réseau.'
const OFFLINE = 'Vous êtes hors connexion'

test('what was read is read again without a connection, as a visitor; signing out leaves nothing', async ({
  context,
  signIn,
}) => {
  await signIn('member')
  const page = await context.newPage()
  await page.goto('/fr/practices')
  await page.evaluate(() => navigator.serviceWorker.ready)
  const practice = page.locator('main article a').first()
  const title = (await practice.textContent())!
  await page.goto((await practice.getAttribute('href'))!)
  await expect.poll(() => kept(page, 'read-1')).toHaveLength(1)
  // Of a person alone: never kept.
  await page.goto('/fr/notifications')
  await page.goto('/fr/practices/new')

  await context.setOffline(true)
  await page.getByRole('banner').getByRole('link', { name: 'Espaces' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(OFFLINE)
  await page.goto('/fr/notifications').catch(() => {})
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(OFFLINE)
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.getByText('Cette copie a été gardée')).toBeVisible()
  await expect(page.getByText('Exemple (member)')).toHaveCount(0)
  expect(await page.evaluate(() => document.fonts.ready.then(() => document.styleSheets.length))).toBe(1) // prettier-ignore

  await context.setOffline(false)
  await page.goto('/fr')
  await page.getByRole('banner').getByText('Exemple (member)').click()
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(page.getByText('Votre session est fermée')).toBeVisible()
  expect(await kept(page, 'read-1')).toEqual([])
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
})

test('what could not be sent is kept and put back, and gone once it is sent', async ({
  context,
  signIn,
}) => {
  await signIn('stranger')
  const page = await context.newPage()
  await page.goto('/fr/threads/new')
  await page.getByLabel('Titre', { exact: true }).fill('Exemple : toiture de la piscine')
  await page.getByLabel('Votre texte').fill('Que faire ?')
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.getByLabel('Votre réponse').fill(WORDS)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Publier la réponse' }).click()
  await expect(page.getByRole('alert')).toContainText('Texte non envoyé')

  await context.setOffline(false)
  await page.goto('/fr/bookmarks')
  await page.getByRole('link', { name: 'Ouvrir la page' }).click()
  await page.getByLabel('Votre réponse').fill('')
  await page.getByRole('button', { name: 'Remettre le texte' }).click()
  await expect(page.getByLabel('Votre réponse')).toHaveValue(WORDS)
  await page.getByRole('button', { name: 'Publier la réponse' }).click()
  await expect(page.getByRole('article').filter({ hasText: WORDS })).toBeVisible()
  await expect(page.getByText('Texte non envoyé')).toHaveCount(0)
})

test('a visitor turns it on and off', async ({ context }) => {
  const page = await context.newPage()
  await page.goto('/fr/offline')
  await page.getByRole('button', { name: 'Garder les pages que je lis' }).click()
  await expect(page.getByText('Cet appareil garde les pages')).toBeVisible()
  await page.goto('/fr/charter')
  await context.setOffline(true)
  await page.goto('/ar/charter').catch(() => {})
  await expect(page.locator('h1')).toHaveText('أنتم دون اتصال بالإنترنت')
  await context.setOffline(false)
  await page.goto('/fr/offline')
  await page.getByRole('button', { name: 'Ne plus rien garder' }).click()
  await expect(page.getByText('Cet appareil ne garde aucune page.')).toBeVisible()
})

function kept(page: Page, name: string) {
  return page.evaluate(
    async (cache) => (await (await caches.open(cache)).keys()).map(({ url }) => url),
    name,
  )
}
