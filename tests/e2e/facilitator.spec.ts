import type { Page } from '@playwright/test'
import { desk, expect, test } from './support/test.ts'

test.use(desk)
test.slow()

const THREAD = 'Exemple : que faire des pneus usagés ?'
const NOTE = 'Le téléphone d’un particulier y figure.'
const REASON = 'Le texte cite un numéro de téléphone.'

test('a report leads to a decision that everybody feels, and the log keeps it', async ({
  open,
}) => {
  const author = await open('member')
  const thread = await ask(author)
  await report(await open('stranger'), thread)

  const facilitator = await open('facilitator')
  const visitor = await open(null)
  await hide(facilitator)
  expect((await visitor.goto(thread))?.status()).toBe(404)
  await author.reload()
  await expect(author.getByText('Ce contenu est masqué')).toBeVisible()

  await facilitator.goto(thread)
  await facilitator.getByRole('button', { name: 'Rétablir' }).click()
  await expect(facilitator.getByText('Le contenu est de nouveau visible.')).toBeVisible()
  expect((await visitor.goto(thread))?.status()).toBe(200)

  await logShows(facilitator, 'Contenu masqué', [THREAD, REASON])
  await logShows(facilitator, 'Contenu rétabli', [THREAD])
})

test('of two tags for one thing one is kept, and leads on from the address of the other', async ({
  open,
}) => {
  const facilitator = await open('facilitator')
  const kept = await addTag(facilitator, 'Exemple : pneus usagés', 'إطارات مستعملة (مثال)')
  const other = await addTag(facilitator, 'Exemple : vieux pneus', 'إطارات قديمة (مثال)')
  await facilitator.getByRole('link', { name: 'Fusionner' }).click()
  await facilitator.getByLabel('Mot-clé conservé').selectOption('Exemple : pneus usagés')
  await facilitator.getByRole('button', { name: 'Voir ce qui va changer' }).click()
  await expect(facilitator.getByText('deviennent d’autres formes')).toBeVisible()
  await facilitator.getByRole('button', { name: 'Fusionner définitivement' }).click()
  await expect(facilitator.getByText('Les deux mots-clés sont fusionnés.')).toBeVisible()

  const visitor = await open(null)
  await visitor.goto(other)
  await expect(visitor).toHaveURL(kept)
  await logShows(facilitator, 'Mots-clés fusionnés', [
    'exemple-vieux-pneus',
    'exemple-pneus-usages',
  ])
})

async function ask(page: Page) {
  await page.goto('/fr/threads/new')
  await page.getByLabel('Titre', { exact: true }).fill(THREAD)
  await page.getByLabel('Votre texte').fill('Un voisin en a beaucoup.')
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(THREAD)
  return page.url()
}

async function report(page: Page, thread: string) {
  await page.goto(thread)
  await page.getByRole('link', { name: 'Signaler' }).click()
  await page.getByRole('radio', { name: /^Données personnelles/ }).check()
  await page.getByLabel('Précisions').fill(NOTE)
  await page.getByRole('button', { name: 'Envoyer le signalement' }).click()
  await expect(page.getByText('Merci. Votre signalement sera examiné.')).toBeVisible()
}

async function hide(page: Page) {
  await page.goto('/fr/moderation')
  await page.getByRole('link', { name: /^Signalements/ }).click()
  const entry = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: THREAD }) })
  await expect(entry).toContainText(NOTE)
  await entry.getByText('Masquer').first().click()
  await entry.getByLabel('Motif').fill(REASON)
  await entry.getByRole('button', { name: 'Masquer' }).click()
  await expect(page.getByText('Le contenu est masqué ; son auteur sera informé')).toBeVisible()
  await expect(entry).toHaveCount(0)
}

async function addTag(page: Page, french: string, arabic: string) {
  await page.goto('/fr/tags')
  await page.getByRole('link', { name: 'Nouveau mot-clé' }).click()
  const labels = { Français: french, العربية: arabic, English: `${french} (en)` }
  for (const [lang, label] of Object.entries(labels)) {
    await page.getByRole('group', { name: lang }).getByLabel('Libellé').fill(label)
  }
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(french)
  return page.url()
}

async function logShows(page: Page, action: string, words: string[]) {
  await page.goto('/fr/moderation')
  await page.getByRole('link', { name: 'Journal des actions' }).click()
  await page.getByLabel('Action', { exact: true }).selectOption(action)
  await page.getByRole('button', { name: 'Appliquer' }).click()
  const entry = page.getByRole('listitem').filter({ hasText: words[0] }).first()
  for (const word of [action, 'Exemple (facilitator)', ...words]) {
    await expect(entry).toContainText(word)
  }
}
