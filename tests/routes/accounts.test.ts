import { beforeEach, expect, test } from 'vitest'
import { NOTICE } from '#app/domain/personal-data/notice.ts'
import { digest } from '#app/domain/users/digest.server.ts'
import { signUp } from '#app/http/sign-up.server.ts'
import { db } from '#db/client.server.ts'
import { cookieNamed, cookieOf, linkIn, mailsTo, passwordOf } from '#tests/support/accounts.ts'
import { aMember, aThread, aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const PASSWORD = 'un mot de passe assez long'

// All these requests come from one address.
beforeEach(() => db.deleteFrom('try').execute())

test('someone signs up, confirms by the link, signs in and lands where they were going', async () => {
  const given = { name: 'Salma Exemple', email: 'Salma@Example.org', notice: NOTICE }
  const fields = { ...given, password: PASSWORD }
  const way = encodeURIComponent('/fr/challenges?state=open')
  const login = await (await get(null, `/fr/login?to=${way}`)).text()
  expect(login).toContain(`/fr/signup?to=${way}`)
  const sent = await (await post(null, `/fr/signup?to=${way}`, fields)).text()
  expect(sent).toContain('<bdi>salma@example.org</bdi>')

  const [mail] = await mailsTo('salma@example.org')
  expect(mail).toMatchObject({
    lang: 'fr',
    subject: 'Confirmez votre adresse électronique sur Multaqa',
  })
  const link = linkIn(mail!, '/fr/confirm')
  const confirmed = await post(null, link)
  expect(confirmed.headers.get('location')).toBe(`/fr/login?to=${way}`)

  const signedIn = await post(null, '/fr/login?to=/fr/settings/seats', fields)
  expect(signedIn.headers.get('location')).toBe('/fr/settings/seats')
  const page = await get(null, '/fr/settings', { cookie: cookieOf(signedIn) })
  expect(await page.text()).toContain('value="salma-exemple"')
})

test('a common password is refused where one is chosen, and the rule stands in words', async () => {
  const fields = { name: 'Salma', email: 'common@example.org', password: 'Casablanca2026!' }
  const answer = await post(null, '/fr/signup', fields)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Ce mot de passe est courant')
  expect(page).toContain('value="common@example.org"')
  expect(page).not.toContain('<script')
  expect(page).toContain('sont refusés, même suivis de chiffres')
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
  const fields = { name: 'Other', password: PASSWORD, notice: NOTICE }
  // The answer names the address that was typed: the same one, before it has an account and after.
  const unknown = await post(null, '/ar/signup', { ...fields, email: 'nobody-yet@example.org' })
  const known = await post(null, '/ar/signup', { ...fields, email: 'nobody-yet@example.org' })
  expect(await sameAnswer(known, unknown)).toBe(true)
  expect((await post(null, '/ar/signup', { ...fields, email: person.email })).status).toBe(200)
  // Nor by where one was going, however that is written: only one of the two gets it by mail.
  for (const way of [`/${'a'.repeat(998)}😀`, '/\ud83d', `/${'a'.repeat(5000)}`, '//a', '']) {
    const to = `/ar/signup?to=${encodeURIComponent(way.toWellFormed())}`
    const email = `to-${way.length}@example.org`
    const answers = [
      await post(null, to, { ...fields, email }),
      await post(null, to, { ...fields, email }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    await db.deleteFrom('try').execute()
  }
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

test('guessing slows down to one try a minute, says how long, and locks nobody out', async () => {
  const { email } = await aUser({ password_hash: await passwordOf(PASSWORD) })
  for (let tries = 0; tries < 9; tries++) await signInAs(email, 'not the password')
  const answer = await signInAs(email, PASSWORD)
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(50)
  expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(60)
  expect(await answer.text()).toMatch(/Réessayez dans 1 minute/)

  await db.deleteFrom('try').where('key', 'like', 'sign_in_slow:%').execute()
  expect((await signInAs(email, PASSWORD)).status).toBe(302)
})

test('whatever others guess, a browser that the account knows signs in at once', async () => {
  const { email } = await aUser({ password_hash: await passwordOf(PASSWORD) })
  const device = cookieNamed(await signInAs(email, PASSWORD), 'device')
  const here = `${email} 127.0.0.1`
  const keys = ['sign_in:127.0.0.1', `sign_in_account:${here}`, `sign_in_everywhere:${email}`]
  await guessedALot([...keys, ...keys.map((key) => `sign_in_slow:${key}`)])
  expect((await signInAs(email, PASSWORD)).status).toBe(429)
  const again = () => post(null, '/fr/login', { email, password: PASSWORD }, { cookie: device })
  expect((await again()).status).toBe(302)

  // Its own guesses do count.
  const own = `sign_in_account:${email} ${digest(device.split('=')[1]!)}`
  await guessedALot([own, `sign_in_slow:${own}`])
  expect((await again()).status).toBe(429)
})

test('whoever sends too much is told how long to wait on a page, and loses nothing', async () => {
  const [person, thread] = [await aMember(), await aThread()]
  const path = `/fr/reports/new?item=${thread.id}`
  const resets_at = new Date(Date.now() + 4.5 * 60_000).toISOString()
  for (const key of [`report:${person.id}`, `act:${person.id}`]) {
    await db.deleteFrom('try').execute()
    await db.insertInto('try').values({ key, count: 1000, resets_at }).execute()
    const answer = await post(person, path, { reason: 'spam', note: 'Typed with care' })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(200)
    expect(await answer.text()).toContain('Réessayez dans 5 minutes')
    const cookie = cookieNamed(answer, 'kept')
    expect(await (await get(person, path, { cookie })).text()).toContain('Typed with care')
  }
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

async function guessedALot(keys: string[]) {
  const resets_at = new Date(Date.now() + 60_000).toISOString()
  const rows = keys.map((key) => ({ key, count: 100, resets_at }))
  await db
    .insertInto('try')
    .values(rows)
    .onConflict((conflict) => conflict.doUpdateSet({ count: 100, resets_at }))
    .execute()
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
