import type { Page } from '@playwright/test'
import { desk, expect, test } from './support/test.ts'

test.use(desk)
test.slow()

const CHALLENGE = 'Exemple : réunir les habitants des douars éloignés'
const QUESTION = 'Exemple : comment annoncer une réunion sans réseau ?'

test('members share a challenge, help each other, and write what came of it', async ({ open }) => {
  const member = await open('member')
  const other = await open('stranger')

  await openChallenge(member)
  await other.goto(member.url())
  await other.getByRole('button', { name: 'Nous y faisons face aussi' }).click()
  await expect(other.getByText('2 collectivités font face à ce défi.')).toBeVisible()
  await ask(other)

  await member.reload()
  await member.getByRole('link', { name: QUESTION }).click()
  await reply(member, await handleOf(other))
  await readMention(other)
  await edit(member)

  await other.reload()
  const answer = other.getByRole('listitem').filter({ hasText: 'la radio locale' })
  await answer.getByRole('button', { name: 'Retenir comme réponse' }).click()
  await expect(answer.getByText('Réponse retenue')).toBeVisible()
  await expect(other.getByText('La réponse est retenue.')).toBeVisible()
  await other.reload()
  await expect(answer.getByText('Réponse retenue')).toBeVisible()
  await expect(other.getByText('La réponse est retenue.')).toBeHidden()

  await member.getByRole('main').getByRole('link', { name: CHALLENGE }).first().click()
  await linkPractice(member)
  await conclude(member)
})

async function openChallenge(page: Page) {
  await page.goto('/fr/challenges')
  await page.getByRole('link', { name: 'Ouvrir un défi' }).click()
  await page.getByLabel('Le défi en une phrase').fill(CHALLENGE)
  await page.getByLabel('Participation citoyenne').check()
  await page.getByLabel('Ce qui le rend difficile').fill('Les pistes sont longues.')
  await page.getByRole('button', { name: 'Ouvrir le défi' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(CHALLENGE)
  await expect(page.getByText('1 collectivité fait face à ce défi.')).toBeVisible()
}

async function ask(page: Page) {
  await page.getByRole('link', { name: 'Lancer une discussion' }).click()
  await page.getByRole('radio', { name: /^Question/ }).check()
  await page.getByLabel('Titre', { exact: true }).fill(QUESTION)
  await page.getByLabel('Votre texte').fill('Le souk suffit-il ?')
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(QUESTION)

  await page.getByLabel('Votre réponse').fill('Le souk a lieu le mardi.')
  await page.getByRole('button', { name: 'Publier la réponse' }).click()
  await expect(page.getByText('Votre réponse est publiée.')).toBeVisible()
}

async function handleOf(page: Page) {
  await page.getByRole('banner').getByText('Exemple (stranger)').click()
  const own = page.getByRole('link', { name: 'Ma page' })
  return (await own.getAttribute('href'))!.split('/').at(-1)!
}

async function reply(page: Page, handle: string) {
  const text = page.getByLabel('Votre réponse')
  await page.getByRole('link', { name: 'Citer' }).click()
  await expect(text).toHaveValue(/> Le souk a lieu le mardi\.\n\n$/)
  await text.press('Control+End')
  await text.pressSequentially(`Non, @${handle} : **la radio** aussi.`)
  await page.getByRole('button', { name: 'Aperçu' }).click()
  const preview = page.getByRole('status', { name: /^Aperçu/ })
  await expect(preview.locator('strong')).toHaveText('la radio')
  await expect(preview.locator('blockquote')).toContainText('Le souk a lieu le mardi.')
  await expect(text).toHaveValue(/la radio/)

  await page.getByRole('button', { name: 'Publier la réponse' }).click()
  await expect(page.getByText('Votre réponse est publiée.')).toBeVisible()
  await expect(page.getByRole('heading', { name: '2 réponses' })).toBeVisible()
}

async function readMention(page: Page) {
  const unread = page.getByRole('link', { name: /^Notifications [1-9]/ })
  // Who is mentioned is told a moment after the answer.
  await expect(async () => {
    await page.goto('/fr')
    await page.getByRole('banner').getByText('Exemple (stranger)').click()
    await expect(unread).toBeVisible({ timeout: 1000 })
  }).toPass()
  await unread.click()
  await page
    .getByRole('link', { name: `Exemple (member) vous a mentionné(e) : ${QUESTION}` })
    .click()
  await expect(page.getByRole('article').filter({ hasText: 'la radio' })).toBeInViewport()
}

async function edit(page: Page) {
  const post = page.getByRole('article').filter({ hasText: 'la radio' })
  await post.getByRole('link', { name: 'Modifier' }).click()
  await page.getByLabel('Raison de la modification').fill('La radio est locale')
  const text = page.getByLabel('Votre réponse')
  await text.fill((await text.inputValue()).replace('la radio', 'la radio locale'))
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(post).toContainText('la radio locale')

  await post.getByRole('link', { name: 'Historique' }).click()
  await expect(page.getByText('La radio est locale')).toBeVisible()
  await page.getByRole('link', { name: 'Version 1' }).click()
  await expect(page.getByRole('region', { name: 'Version 1' })).toContainText('la radio aussi')
  await page.getByRole('main').getByRole('link', { name: 'Réponse' }).click()
  await expect(post).toBeInViewport()
}

async function linkPractice(page: Page) {
  const main = page.getByRole('main')
  await page.getByRole('link', { name: 'Relier une pratique ou un outil' }).click()
  await main.getByRole('searchbox').fill('budget participatif')
  await main.getByRole('button', { name: 'Rechercher' }).click()
  const found = main.getByRole('article').first()
  const title = await found.getByRole('heading').innerText()
  await found
    .or(main)
    .getByRole('button', { name: `Relier ${title}` })
    .click()
  await expect(page.getByText('Le lien est ajouté.')).toBeVisible()
  await expect(main.getByRole('link', { name: title })).toBeVisible()
}

async function conclude(page: Page) {
  await page.getByRole('link', { name: 'Écrire le résultat' }).click()
  await page.getByLabel('Le résultat').fill('La radio locale a réuni **trois douars**.')
  await page.getByRole('button', { name: 'Publier le résultat' }).click()
  await expect(page.getByText('Le résultat est publié.')).toBeVisible()
  await expect(page.getByText('Solution trouvée')).toBeVisible()
  await expect(page.locator('strong', { hasText: 'trois douars' })).toBeVisible()
}
