import { beforeEach, expect, test } from 'vitest'
import { digest } from '#app/domain/users/digest.server.ts'
import { totpCode } from '#app/domain/users/totp.server.ts'
import { db } from '#db/client.server.ts'
import { cookieNamed, cookieOf, linkIn, mailsTo, passwordOf } from '#tests/support/accounts.ts'
import { aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const PASSWORD = 'un mot de passe assez long'
const hash = passwordOf(PASSWORD)
const APP = '/fr/settings/security/app'

beforeEach(() => db.deleteFrom('try').execute())

test('an app is set up by a code; then the password alone opens nothing but the page for a code', async () => {
  const person = await aUser({ password_hash: await hash, lang: 'fr' })
  const elsewhere = cookieOf(await signIn(person))
  const { codes, page } = await setUp(person, cookieOf(await signIn(person)))
  expect(codes).toHaveLength(10)
  expect(page).toContain('ne seront plus affichés')
  expect((await get(null, '/fr/settings', { cookie: elsewhere })).status).toBe(302)
  expect(await subjects(person)).toContain('La double authentification est activée sur Multaqa')

  const half = await signIn(person, '/fr/settings/seats')
  expect(half.headers.get('location')).toBe('/fr/login/code?to=%2Ffr%2Fsettings%2Fseats')
  expect(cookieOf(half)).toBe('')
  const cookie = cookieNamed(half, 'half_sign_in')
  expect((await get(null, '/fr/settings', { cookie })).status).toBe(302)
  const asked = await (await get(null, '/fr/login/code', { cookie })).text()
  expect(asked).toContain('one-time-code')
  expect(asked).not.toContain('<script')

  await nextStep(person)
  const to = '/fr/login/code?to=%2Ffr%2Fsettings%2Fseats'
  const wrong = await post(null, to, { code: '000000' }, { cookie })
  expect(wrong.status).toBe(422)
  const done = await post(null, to, { code: await codeOf(person) }, { cookie })
  expect(done.headers.get('location')).toBe('/fr/settings/seats')
  expect((await get(null, '/fr/settings', { cookie: cookieOf(done) })).status).toBe(200)
  expect((await get(null, '/fr/login/code', { cookie })).headers.get('location')).toContain(
    'late=1',
  )
})

test('the secret is shown until it is confirmed, and never again; recovery codes are hashes', async () => {
  const person = await aUser({ password_hash: await hash })
  const cookie = cookieOf(await signIn(person))
  const { codes } = await setUp(person, cookie)
  const secret = await secretOf(person)
  const page = await (await get(null, APP, { cookie })).text()
  expect(page.replaceAll(' ', '')).not.toContain(secret)
  expect(page).not.toContain('qr-code')
  const rows = await db.selectFrom('recovery_code').select('hash').execute()
  expect(rows.map((row) => row.hash)).toContain(digest(codes[0]!.replaceAll('-', '')))
})

test('a code works once, and so does a recovery code, whichever way it is typed', async () => {
  const person = await aUser({ password_hash: await hash, lang: 'fr' })
  const { codes, used } = await setUp(person, cookieOf(await signIn(person)))
  expect((await enter(person, used)).status).toBe(422)
  await nextStep(person)
  const code = await codeOf(person)
  expect((await enter(person, code)).status).toBe(302)
  expect((await enter(person, code)).status).toBe(422)

  const written = codes[3]!.toUpperCase().replaceAll('-', ' ')
  expect((await enter(person, written)).status).toBe(302)
  expect((await enter(person, codes[3]!)).status).toBe(422)
  const mail = (await mailsTo(person.email)).find(({ subject }) => subject.includes('de secours'))
  expect(mail!.body).toMatch(/Codes restants\s: 9/)
})

test('after five wrong codes the password is asked again; a forgotten one opens no way around', async () => {
  const person = await aUser({ password_hash: await hash, lang: 'fr' })
  await setUp(person, cookieOf(await signIn(person)))
  await nextStep(person)
  const cookie = cookieNamed(await signIn(person), 'half_sign_in')
  for (let n = 0; n < 5; n++) await post(null, '/fr/login/code', { code: '000000' }, { cookie })
  const late = await post(null, '/fr/login/code', { code: await codeOf(person) }, { cookie })
  expect(late.headers.get('location')).toContain('/fr/login?late=1')

  await post(null, '/fr/forgot', { email: person.email })
  const link = linkIn((await mailsTo(person.email))[0]!, '/reset')
  await post(null, link, { password: PASSWORD })
  expect((await signIn(person)).headers.get('location')).toContain('/login/code')
})

test('removing it, or making new codes, tells the person; the former codes are worthless', async () => {
  const person = await aUser({ password_hash: await hash, lang: 'fr' })
  const cookie = cookieOf(await signIn(person))
  const { codes } = await setUp(person, cookie)
  const renewed = await post(null, '/fr/settings/security/codes', {}, { cookie })
  expect(codesIn(await renewed.text())).toHaveLength(10)
  expect((await enter(person, codes[0]!)).status).toBe(422)
  await post(null, `${APP}/remove`, {}, { cookie })
  expect(cookieOf(await signIn(person))).not.toBe('')
  expect(await subjects(person)).toEqual(
    expect.arrayContaining([
      'Nouveaux codes de secours sur Multaqa',
      'L’application d’authentification est retirée sur Multaqa',
    ]),
  )
})

test('what guards an account is changed only after proving again who one is, and is taken up from there', async () => {
  const person = await aUser({ password_hash: await hash, lang: 'fr' })
  const cookie = cookieOf(await signIn(person))
  await longAgo(person)
  const again = '/fr/login/again?to=%2Ffr%2Fsettings%2Fsecurity%2Fapp%2Fstart'
  expect((await post(null, `${APP}/start`, {}, { cookie })).headers.get('location')).toBe(again)
  for (const session of ['others', 'x']) {
    const ends = await post(null, '/fr/settings/sessions', { session }, { cookie })
    expect(ends.headers.get('location')).toContain('/fr/login/again')
  }

  const wrong = await post(null, again, { current_password: 'not it at all' }, { cookie })
  expect(wrong.status).toBe(422)
  expect((await post(null, `${APP}/start`, {}, { cookie })).headers.get('location')).toBe(again)
  const right = await post(null, again, { current_password: PASSWORD }, { cookie })
  expect(right.headers.get('location')).toBe(`${APP}/start`)
  expect((await get(null, `${APP}/start`, { cookie })).headers.get('location')).toBe(
    '/fr/settings/security',
  )
  expect((await post(null, `${APP}/start`, {}, { cookie })).headers.get('location')).toBe(APP)
})

type Person = { id: string; email: string }

function signIn(person: Person, to = '') {
  const fields = { email: person.email, password: PASSWORD }
  return post(null, `/fr/login?to=${encodeURIComponent(to)}`, fields)
}

async function enter(person: Person, code: string) {
  const cookie = cookieNamed(await signIn(person), 'half_sign_in')
  return post(null, '/fr/login/code', { code }, { cookie })
}

async function setUp(person: Person, cookie: string) {
  const started = await post(null, `${APP}/start`, {}, { cookie })
  expect(started.headers.get('location')).toBe(APP)
  const shown = await (await get(null, APP, { cookie })).text()
  expect(shown.replaceAll(' ', '')).toContain(await secretOf(person))
  const used = await codeOf(person)
  const page = await (await post(null, APP, { code: used }, { cookie })).text()
  return { page, used, codes: codesIn(page) }
}

function codesIn(page: string) {
  return [...page.matchAll(/<code>([\w-]{29})<\/code>/g)].map((hit) => hit[1]!)
}

async function secretOf({ id }: Person) {
  const query = db.selectFrom('totp').where('user_id', '=', id).select('secret')
  return (await query.executeTakeFirstOrThrow()).secret
}

async function codeOf(person: Person) {
  return totpCode(await secretOf(person), Math.floor(Date.now() / 30_000))
}

// As if half a minute had gone by: the code of this moment has not been used yet.
async function nextStep({ id }: Person) {
  await db.updateTable('totp').set({ last_step: 0 }).where('user_id', '=', id).execute()
}

async function longAgo({ id }: Person) {
  const created_at = new Date(Date.now() - 16 * 60_000).toISOString()
  await db.updateTable('session').set({ created_at }).where('user_id', '=', id).execute()
}

async function subjects({ email }: Person) {
  return (await mailsTo(email)).map(({ subject }) => subject)
}
