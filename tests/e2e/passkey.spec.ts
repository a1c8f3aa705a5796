import { PASSWORD, PEOPLE } from './support/people.ts'
import { desk, expect, test } from './support/test.ts'

test.use({
  ...desk,
  // Passkeys belong to a host name; an address of numbers is none.
  // oxlint-disable-next-line no-empty-pattern
  baseURL: async ({}, use) => use(process.env.JOURNEY_ADDRESS!.replace('127.0.0.1', 'localhost')),
})

// The sign-in page names it as well, as where to go on to.
const MODERATION = /^http:\/\/[^/]+\/fr\/moderation$/

test('a facilitator is led to a second factor, makes a passkey, and signs in with it alone', async ({
  page,
}) => {
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })

  await page.goto('/fr/login?to=/fr/moderation')
  await page.getByLabel('Adresse électronique').fill(PEOPLE.keyholder.email)
  await page.getByLabel('Mot de passe').fill(PASSWORD)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page).toHaveURL(/\/fr\/settings\/security\?needed=1/)
  await page.getByRole('link', { name: 'Ajouter une clé d’accès' }).click()
  await page.getByLabel('Nom de la clé').fill('Exemple : ordinateur')
  await page.getByRole('button', { name: 'Créer la clé' }).click()
  await expect(page.locator('.recovery-codes code')).toHaveCount(10)
  await page.getByRole('link', { name: 'Les codes sont notés' }).click()
  await expect(page).toHaveURL(MODERATION)

  await page.goto('/fr/logout')
  await page.getByRole('main').getByRole('button', { name: 'Se déconnecter' }).click()
  await page.goto('/fr/login?to=/fr/moderation')
  await page.getByRole('link', { name: 'Se connecter avec une clé d’accès' }).click()
  await page.getByRole('button', { name: 'Utiliser une clé d’accès' }).click()
  await expect(page).toHaveURL(MODERATION)

  await page.goto('/fr/settings/security')
  await expect(page.getByText('Exemple : ordinateur')).toBeVisible()
  await page.getByRole('button', { name: 'Retirer' }).click()
  await expect(page.getByText('La clé d’accès est retirée.')).toBeVisible()
  await page.goto('/fr/moderation')
  await expect(page).toHaveURL(/needed=1/)
})
