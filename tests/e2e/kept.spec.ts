import type { Page } from '@playwright/test'
import { hydrated } from './support/hydrated.ts'
import { PASSWORD, PEOPLE } from './support/people.ts'
import { desk, expect, test } from './support/test.ts'

test.use(desk)

const WORDS = 'Exemple : ce que j’ai écrit en chemin.'

test('a reply that is sent after its session was ended comes back after signing in', async ({
  open,
}) => {
  const page = await open('traveller')
  await openThread(page, 'Exemple : où s’arrêter en route ?')
  await signOutElsewhere(await open('traveller'))
  await page.getByLabel('Votre réponse').fill(WORDS)
  await page.getByRole('button', { name: 'Publier la réponse' }).click()
  await expect(page.getByText('Ce que vous aviez saisi est conservé')).toBeVisible()
  await page.getByLabel('Adresse électronique').fill(PEOPLE.traveller.email)
  await page.getByLabel('Mot de passe').fill(PASSWORD)
  await page.getByRole('button', { name: 'Se connecter' }).click()

  await expect(page.getByLabel('Votre réponse')).toHaveValue(WORDS)
  await page.getByRole('button', { name: 'Publier la réponse' }).click()
  await expect(page.getByRole('article').filter({ hasText: WORDS })).toBeVisible()
})

test('what one types is kept by itself, and there again in the next tab', async ({ open }) => {
  const page = await open('member')
  const thread = await openThread(page, 'Exemple : quand reprendre ?')
  await page.getByLabel('Votre réponse').pressSequentially(WORDS)
  await expect(page.getByText('Brouillon enregistré.')).toBeVisible({ timeout: 10_000 })
  const context = page.context()
  await page.close()

  const next = await context.newPage()
  await next.goto(thread)
  await expect(next.getByLabel('Votre réponse')).toHaveValue(WORDS)
  await expect(next.getByText('Brouillon enregistré le')).toBeVisible()
})

test('a practice one walks away from is there again, as it is after its preview, until it is thrown away', async ({
  open,
}) => {
  const page = await open('stranger')
  await page.goto('/fr/practices/new')
  await hydrated(page)
  const title = page.getByLabel('Titre', { exact: true })
  await title.fill('Exemple : le marché raconté')
  await page.getByLabel('Transparence').check()
  const steps = page.getByLabel('Étapes')
  await steps.pressSequentially(WORDS)
  // In the middle of a sentence: a link of the header, which leaves the form and not the page.
  const saved = page.waitForResponse('**/drafts/save')
  await page.getByRole('banner').getByRole('link', { name: 'Défis' }).click()
  await expect(page).toHaveURL(/\/challenges$/)
  await saved
  await page.goto('/fr/practices/new')
  await expect(page.getByText('Vous aviez quitté ce formulaire')).toBeVisible()
  await expect(steps).toHaveValue(WORDS)
  await expect(page.getByLabel('Transparence')).toBeChecked()

  await page.getByRole('button', { name: 'Aperçu' }).click()
  const preview = page.getByRole('region', { name: 'Aperçu' })
  await expect(preview).toBeInViewport()
  await page.getByLabel('Chercher parmi les défis ouverts').fill('introuvable')
  await page.getByRole('button', { name: 'Chercher' }).last().click()
  await expect(page.getByText('Aucun défi ouvert ne contient ces mots.')).toBeInViewport()
  await page.getByRole('button', { name: 'Soumettre à relecture' }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByRole('alert')).toBeInViewport()

  await page.getByRole('button', { name: 'Abandonner cette saisie' }).first().click()
  await expect(title).toHaveValue('')
  await expect(steps).toHaveValue('')
})

async function openThread(page: Page, title: string) {
  await page.goto('/fr/threads/new')
  await page.getByLabel('Titre', { exact: true }).fill(title)
  await page.getByLabel('Votre texte').fill('Nous partons à l’aube.')
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  return page.url()
}

async function signOutElsewhere(page: Page) {
  await page.goto('/fr/settings/sessions')
  await page.getByRole('button', { name: 'Fermer toutes les autres sessions' }).click()
  await expect(page.getByText('Toutes les autres sessions sont fermées.')).toBeVisible()
}
