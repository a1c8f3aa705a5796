import { beforeEach, expect, test } from 'vitest'
import { signUp } from '#app/http/sign-up.server.ts'
import { db } from '#db/client.server.ts'
import { cookieOf, linkIn, mailsTo, passwordOf } from '#tests/support/accounts.ts'
import { aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const PASSWORD = 'un mot de passe assez long'

// All these requests come from one address.
beforeEach(() => db.deleteFrom('try').execute())

test('someone signs up, confirms by the link, signs in and lands where they were going', async () => {
  const fields = { name: 'Salma Exemple', email: 'Salma@Example.org', password: PASSWORD }
  const sent = await post(null, '/fr/signup', fields)
  expect(sent.headers.get('location')).toBe('/fr/signup?sent=1')

  const [mail] = await mailsTo('salma@example.org')
  expect(mail).toMatchObject({
    lang: 'fr',
    subject: 'Confirmez votre adresse électronique sur Multaqa',
  })
  const link = linkIn(mail!, '/fr/confirm')
  expect((await post(null, link)).headers.get('location')).toContain('/fr/login?to=')

  const signedIn = await post(null, '/fr/login?to=/fr/settings/seats', fields)
  expect(signedIn.headers.get('location')).toBe('/fr/settings/seats')
  const page = await get(null, '/fr/settings', { cookie: cookieOf(signedIn) })
  expect(await page.text()).toContain('value="salma-exemple"')
})

test('a link that is only looked at, as a mail scanner does, still works, and works once', async () => {
  const email = 'scanned@example.org'
  await signUp({ name: 'Scanned', email, password: PASSWORD, lang: 'ar' })
  const link = linkIn((await mailsTo(email))[0]!, '/ar/confirm')
  expect((await get(null, link)).status).toBe(200)
  expect((await get(null, link)).status).toBe(200)
  expect((await post(null, link)).status).toBe(302)
  expect((await get(null, link)).status).toBe(410)
  expect((await post(null, link)).status).toBe(410)
})

test('a link that ran out confirms nothing', async () => {
  const email = 'late@example.org'
  await signUp({ name: 'Late', email, password: PASSWORD, lang: 'fr' })
  const link = linkIn((await mailsTo(email))[0]!, '/fr/confirm')
  await db.updateTable('token').set({ expires_at: '2026-01-01T00:00:00.000Z' }).execute()
  expect((await post(null, link)).status).toBe(410)
  const { email_confirmed_at } = await row(email)
  expect(email_confirmed_at).toBeNull()
})

test('a known address gets the same answer, and a mail that says so', async () => {
  const person = await aUser({ lang: 'fr' })
  const fields = { name: 'Other', password: PASSWORD }
  const known = await post(null, '/ar/signup', { ...fields, email: person.email })
  const unknown = await post(null, '/ar/signup', { ...fields, email: 'nobody-yet@example.org' })
  expect(await sameAnswer(known, unknown)).toBe(true)
  const [mail, ...more] = await mailsTo(person.email)
  expect(mail!.subject).toBe('Cette adresse a déjà un compte Multaqa')
  expect(more).toEqual([])
  expect((await row(person.email)).name).toBe(person.name)
})

test('a forgotten password gets the same answer whether the address is known or not', async () => {
  const person = await aUser()
  const known = await post(null, '/fr/forgot', { email: person.email })
  const unknown = await post(null, '/fr/forgot', { email: 'stranger@example.org' })
  expect(await sameAnswer(known, unknown)).toBe(true)
  expect(await mailsTo('stranger@example.org')).toEqual([])
  expect(await mailsTo(person.email)).toHaveLength(1)
})

test('a reset sets the password, confirms the address and ends every session', async () => {
  const person = await aUser({
    email_confirmed_at: null,
    password_hash: await passwordOf('before before'),
  })
  const before = cookieOf(await signInAs(person.email, 'before before'))
  await post(null, '/fr/forgot', { email: person.email })
  const link = linkIn((await mailsTo(person.email))[0]!, '/ar/reset')

  expect((await post(null, link, { password: 'short' })).status).toBe(422)
  expect((await post(null, link, { password: PASSWORD })).headers.get('location')).toBe('/ar/login')
  expect((await get(null, '/fr/settings', { cookie: before })).status).toBe(302)
  expect((await post(null, link, { password: 'another one, later' })).status).toBe(422)
  expect((await signInAs(person.email, PASSWORD)).status).toBe(302)
  expect((await row(person.email)).email_confirmed_at).not.toBeNull()
})

test('a wrong password and an unknown address get the same page', async () => {
  const { email } = await aUser({ password_hash: await passwordOf(PASSWORD) })
  const wrong = await signInAs(email, 'not the password')
  const unknown = await signInAs('nobody@example.org', 'not the password')
  expect([wrong.status, unknown.status]).toEqual([422, 422])
  const pages = [await wrong.text(), await unknown.text()]
  expect(pages[0]).toContain('n’est pas correct')
  expect(pages[0]).not.toContain('not the password')
  expect(pages[0]!.replaceAll(email, '')).toBe(pages[1]!.replaceAll('nobody@example.org', ''))
})

test('a suspended person learns it only with the right password, and gets no session', async () => {
  const { email } = await aUser({ password_hash: await passwordOf(PASSWORD) })
  await db
    .updateTable('user')
    .set({ suspended_at: '2026-01-01' })
    .where('email', '=', email)
    .execute()
  expect(await (await signInAs(email, 'not the password')).text()).not.toContain('suspendu')
  const answer = await signInAs(email, PASSWORD)
  expect(await answer.text()).toContain('suspendu')
  expect(answer.headers.getSetCookie().join()).not.toContain('multaqa_session=')
})

test('too many tries on one account: 429, with the minutes to wait, even with the right password', async () => {
  const { email } = await aUser({ password_hash: await passwordOf(PASSWORD) })
  for (let tries = 0; tries < 8; tries++) await signInAs(email, 'not the password')
  const answer = await signInAs(email, PASSWORD)
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(800)
  expect(await answer.text()).toContain('Réessayez dans 15 minutes')
})

test('after signing in one goes only to an address of this site', async () => {
  const { email } = await aUser({ password_hash: await passwordOf(PASSWORD) })
  for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    const answer = await post(null, `/fr/login?to=${encodeURIComponent(to)}`, {
      email,
      password: PASSWORD,
    })
    expect(answer.headers.get('location')).toBe('/fr')
  }
})

test('signing out ends the session itself, not only the cookie', async () => {
  const { email } = await aUser({ password_hash: await passwordOf(PASSWORD) })
  const cookie = cookieOf(await signInAs(email, PASSWORD))
  expect((await get(null, '/fr/settings', { cookie })).status).toBe(200)
  expect((await post(null, '/fr/logout', {}, { cookie })).headers.get('location')).toBe('/fr')
  expect((await get(null, '/fr/settings', { cookie })).status).toBe(302)
})

test('an address that is not confirmed reads but does not write', async () => {
  const person = await aUser({ email_confirmed_at: null })
  const fields = { name: 'New', handle: 'new-one', lang: 'fr' }
  const answer = await post(person, '/fr/settings?index', fields)
  expect(answer.headers.get('location')).toBe('/fr/settings/email?needed=1')
  const page = await (await get(person, '/fr/settings/email?needed=1')).text()
  expect(page).toContain('doit d’abord être confirmée')
  expect((await post(person, '/fr/settings/email/link')).status).toBe(302)
  expect(await mailsTo(person.email)).toHaveLength(1)
})

function signInAs(email: string, password: string) {
  return post(null, '/fr/login', { email, password })
}

function row(email: string) {
  return db.selectFrom('user').where('email', '=', email).selectAll().executeTakeFirstOrThrow()
}

async function sameAnswer(one: Response, other: Response) {
  const parts = async ({ status, headers, body }: Response) => [
    status,
    headers.get('location'),
    headers.getSetCookie(),
    await new Response(body).text(),
  ]
  return JSON.stringify(await parts(one)) === JSON.stringify(await parts(other))
}
