import { expect, test } from './support/test.ts'

test.use({ locale: 'fr-FR' })

test('members work on a challenge until it has an outcome', async ({ page, signIn }) => {
  const main = page.getByRole('main')

  await signIn('member')
  await page.goto('/fr/challenges/new')
  await page.getByLabel('Le défi en une phrase').fill('Faire vivre le budget participatif')
  await page.getByLabel('Ce qui le rend difficile').fill('Les habitants **viennent** une fois.')
  await page.getByLabel('Participation citoyenne').check()
  await page.getByRole('button', { name: 'Ouvrir le défi' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Faire vivre le budget participatif',
  )
  const challenge = page.url()

  await page.getByRole('link', { name: 'Lancer une discussion' }).first().click()
  await page.getByLabel('Titre').fill('Comment les faire revenir ?')
  await page.getByRole('radio', { name: /^Question/ }).check()
  await page.getByLabel('Votre texte').fill('La deuxième année, la salle est vide.')
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Comment les faire revenir ?')
  const thread = page.url().split(/[?#]/)[0]!

  await signIn('stranger')
  await page.goto(challenge)
  await page.getByRole('button', { name: 'Nous y faisons face aussi' }).click()
  await expect(main).toContainText('2 collectivités font face à ce défi')
  await page.goto(thread)
  await page.getByRole('link', { name: 'Citer' }).first().click()
  await expect(page.getByLabel('Votre réponse')).toHaveValue(/> La deuxième année/)
  await page.getByLabel('Votre réponse').fill('Publiez **ce qui a été fait**, @exemple-member.')
  await page.getByRole('button', { name: 'Aperçu' }).click()
  await expect(main.getByText('ce qui a été fait', { exact: true }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Publier la réponse' }).click()
  await expect(main.getByRole('strong').filter({ hasText: 'ce qui a été fait' })).toBeVisible()

  await signIn('member')
  await page.goto('/fr/notifications')
  await expect(main).toContainText('Comment les faire revenir ?')
  await page.goto(thread)
  await page.getByRole('button', { name: 'Retenir comme réponse' }).click()
  await expect(page.getByRole('link', { name: 'Aller à la réponse retenue' })).toBeVisible()

  await page.goto(challenge)
  await page.getByRole('link', { name: 'Relier une pratique ou un outil' }).click()
  await page.getByLabel('Chercher une pratique ou un outil').fill('budget participatif')
  await page.getByLabel('Chercher une pratique ou un outil').press('Enter')
  await page.getByRole('button', { name: 'Relier' }).first().click()
  await page.goto(challenge)
  await expect(main.getByRole('button', { name: 'Retirer ce lien' })).toBeVisible()

  await page.getByRole('link', { name: 'Écrire le résultat' }).click()
  await page.getByLabel('Le résultat').fill('Un rapport affiché chaque année.')
  await page.getByRole('button', { name: 'Publier le résultat' }).click()
  await expect(main).toContainText('Un rapport affiché chaque année.')
  await expect(main).toContainText('Ce défi a trouvé une solution.')

  await signIn(null)
  await page.goto(challenge)
  await expect(main).toContainText('Un rapport affiché chaque année.')
})
