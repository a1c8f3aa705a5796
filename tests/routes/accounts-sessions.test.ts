import { beforeEach, expect, test } from 'vitest'
import { digest } from '#app/domain/users/digest.server.ts'
import { lucia } from '#app/http/lucia.server.ts'
import { db } from '#db/client.server.ts'
import { cookieNamed, cookieOf, mailsTo, passwordOf } from '#tests/support/accounts.ts'
import { aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const PASSWORD = 'un mot de passe assez long'
const PHONE =
  'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'

const DAY = 86_400_000

beforeEach(() => db.deleteFrom('try').execute())

test('the cookie is out of reach of scripts and other sites, and its value is nowhere at rest', async () => {
  const { email } = await someone()
  const answer = await signIn(email)
  const header = answer.headers.getSetCookie().find((one) => one.startsWith('multaqa_session='))!
  expect(header).toMatch(/; HttpOnly/)
  expect(header).toMatch(/; SameSite=Lax/)
  expect(header).not.toMatch(/; Secure/)
  const secret = cookieOf(answer).split('=')[1]!
  const ids = (await db.selectFrom('session').select('id').execute()).map(({ id }) => id)
  expect(ids).toContain(digest(secret))
  expect(ids).not.toContain(secret)
})

test('what else stands in the cookies of a host, however broken, is in nobody’s way', async () => {
  const cookie = cookieOf(await signIn((await someone()).email))
  const others = `sale=-100%; ${cookie}; %=%; =; theme=%ff`
  expect((await get(null, '/fr/settings', { cookie: others })).status).toBe(200)
  const broken = `${lucia.sessionCookieName}=100%`
  expect((await get(null, '/fr/settings', { cookie: broken })).status).toBe(302)
})

test('an expired session opens nothing', async () => {
  const person = await someone()
  const cookie = cookieOf(await signIn(person.email))
  expect((await get(null, '/fr/settings', { cookie })).status).toBe(200)
  await expire(person.id)
  expect((await get(null, '/fr/settings', { cookie })).status).toBe(302)
})

test('a session that is used lasts, but no longer than three months', async () => {
  const person = await someone()
  const cookie = cookieOf(await signIn(person.email))
  const after = async (daysUsed: number) => {
    const created_at = new Date(Date.now() - daysUsed * DAY).toISOString()
    const expires_at = new Date(Date.now() + DAY / 2).toISOString()
    await db.updateTable('session').set({ created_at, expires_at }).where('user_id', '=', person.id).execute() // prettier-ignore
    expect((await get(null, '/fr/settings', { cookie })).status).toBe(200)
    const session = await db.selectFrom('session').where('user_id', '=', person.id).select('expires_at').executeTakeFirstOrThrow() // prettier-ignore
    return Math.round((Date.parse(session.expires_at) - Date.now()) / DAY)
  }
  expect([await after(20), await after(80), await after(89)]).toEqual([30, 10, 1])
})

test('who is suspended is out at once', async () => {
  const person = await someone()
  const cookie = cookieOf(await signIn(person.email))
  await db
    .updateTable('user')
    .set({ suspended_at: new Date().toISOString() })
    .where('id', '=', person.id)
    .execute()
  const answer = await get(null, '/fr/settings', { cookie })
  expect(answer.headers.get('location')).toBe('/fr/login?to=%2Ffr%2Fsettings')
  expect(answer.headers.getSetCookie().join()).toContain('multaqa_session=;')
})

test('signing in again ends the session that the browser had', async () => {
  const person = await someone()
  const first = cookieOf(await signIn(person.email))
  const second = cookieOf(await post(null, '/fr/login', fields(person.email), { cookie: first }))
  expect((await get(null, '/fr/settings', { cookie: first })).status).toBe(302)
  expect((await get(null, '/fr/settings', { cookie: second })).status).toBe(200)
})

test('the list tells devices apart; one is closed alone, the others together', async () => {
  const person = await someone()
  const stranger = await someone()
  const here = cookieOf(await signIn(person.email))
  const phone = cookieOf(await signIn(person.email, PHONE))
  const theirs = cookieOf(await signIn(stranger.email))
  const page = await (await get(null, '/fr/settings/sessions', { cookie: here })).text()
  expect(page).toContain('Chrome sur Android')
  expect(page).toContain('Cet appareil')

  const close = (session: string) =>
    post(null, '/fr/settings/sessions', { session }, { cookie: here })
  await close(digest(theirs.split('=')[1]!))
  expect((await get(null, '/fr/settings', { cookie: theirs })).status).toBe(200)
  await close(digest(phone.split('=')[1]!))
  expect((await get(null, '/fr/settings', { cookie: phone })).status).toBe(302)

  const again = cookieOf(await signIn(person.email, PHONE))
  await close('others')
  expect((await get(null, '/fr/settings', { cookie: again })).status).toBe(302)
  expect((await get(null, '/fr/settings', { cookie: here })).status).toBe(200)
  expect((await get(null, '/fr/settings', { cookie: theirs })).status).toBe(200)
})

test('a sign-in with a browser that is new to the account is told by mail, the very first is not', async () => {
  const person = await aUser({ password_hash: await hash, lang: 'fr' })
  const first = await signIn(person.email)
  const device = cookieNamed(first, 'device')
  await post(null, '/fr/login', fields(person.email), { cookie: device })
  expect(await mailsTo(person.email)).toEqual([])

  // The same browser in the hands of somebody else, and another browser.
  const stranger = await someone()
  await signIn(stranger.email)
  await post(null, '/fr/login', fields(stranger.email), { cookie: device })
  expect(await mailsTo(stranger.email)).toHaveLength(1)
  const other = await signIn(person.email, PHONE)
  const [mail] = await mailsTo(person.email)
  expect(mail!.subject).toBe('Connexion depuis un nouvel appareil sur Multaqa')
  expect(mail!.body).toContain('Chrome sur Android')
  expect(await knownHashes()).not.toContain(device.split('=')[1])
  expect(cookieNamed(other, 'device')).not.toBe(device)
})

test('what was posted with an expired session comes back filled, once, to the same person', async () => {
  const person = await someone()
  const cookie = cookieOf(await signIn(person.email))
  await expire(person.id)
  const kept = await keep(cookie)
  expect(await (await get(null, '/fr/login', { cookie: kept })).text()).toContain('est conservé')
  const stranger = await someone()
  const theirs = await (await get(stranger, '/fr/settings', { cookie: kept })).text()
  expect(theirs).not.toContain('Typed for an hour')

  const mine = await (await get(person, '/fr/settings', { cookie: kept })).text()
  expect(mine).toContain('Typed for an hour')
  const later = await (await get(person, '/fr/settings', { cookie: kept })).text()
  expect(later).not.toContain('Typed for an hour')
  expect(await (await get(null, '/fr/login', { cookie: kept })).text()).not.toContain(
    'est conservé',
  )
})

test('what was posted after signing out elsewhere is given to nobody else', async () => {
  const person = await someone()
  const cookie = cookieOf(await signIn(person.email))
  await post(null, '/fr/logout', {}, { cookie })
  const kept = await keep(cookie)
  const next = await (await get(await someone(), '/fr/settings', { cookie: kept })).text()
  expect(next).not.toContain('Typed for an hour')
  expect(await (await get(person, '/fr/settings', { cookie: kept })).text()).toContain('Typed for')
})

test('what comes with a session that nobody remembers is not kept', async () => {
  const unknown = `${lucia.sessionCookieName}=made-up`
  const answer = await post(null, '/fr/settings?index', typed, { cookie: unknown })
  expect(answer.headers.getSetCookie().join()).not.toContain('kept=')
})

test('passwords are not among what is kept', async () => {
  const person = await someone()
  const cookie = cookieOf(await signIn(person.email))
  await expire(person.id)
  const password = { current_password: 'one secret', password: 'another secret', other: 'x' }
  await post(null, '/fr/settings/password', password, { cookie })
  const rows = await db.selectFrom('kept_form').select('fields').execute()
  expect(rows.map(({ fields }) => fields).join()).not.toContain('secret')
})

const typed = { name: 'Someone', handle: 'someone', about: 'Typed for an hour', lang: 'fr' }

async function keep(cookie: string) {
  const answer = await post(null, '/fr/settings?index', typed, { cookie })
  expect(answer.headers.get('location')).toContain('/fr/login?to=')
  const header = answer.headers.getSetCookie().find((one) => one.startsWith('kept='))!
  return header.split(';')[0]!
}

async function someone() {
  return aUser({ password_hash: await hash })
}

const hash = passwordOf(PASSWORD)

function fields(email: string) {
  return { email, password: PASSWORD }
}

function signIn(email: string, agent = 'test') {
  return post(null, '/fr/login', fields(email), { headers: { 'user-agent': agent } })
}

async function knownHashes() {
  return (await db.selectFrom('device').select('hash').execute()).map(({ hash }) => hash)
}

async function expire(userId: string) {
  const expires_at = new Date(Date.now() - 1000).toISOString()
  await db.updateTable('session').set({ expires_at }).where('user_id', '=', userId).execute()
}
