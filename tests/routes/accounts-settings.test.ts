import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.server.ts'
import { cookieOf, linkIn, mailsTo, passwordOf } from '#tests/support/accounts.ts'
import { aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const PASSWORD = 'un mot de passe assez long'
const hash = passwordOf(PASSWORD)

beforeEach(() => db.deleteFrom('try').execute())

test('settings are for the person alone: a visitor is asked to sign in', async () => {
  for (const page of ['', '/email', '/password', '/sessions', '/seats', '/seats/new']) {
    const answer = await get(null, `/fr/settings${page}`)
    expect(answer.headers.get('location')).toBe(
      `/fr/login?to=${encodeURIComponent(`/fr/settings${page}`)}`,
    )
  }
})

test('a profile is changed, and the chosen language follows', async () => {
  const person = await aUser()
  const fields = { name: 'سلمى', handle: 'salma-2', about: 'Je suis', lang: 'ar' }
  const answer = await post(person, '/fr/settings?index', fields)
  expect(answer.headers.get('location')).toBe('/ar/settings')
  expect(answer.headers.getSetCookie().join()).toContain('lang=ar')
  expect(await row(person.id)).toMatchObject(fields)
})

test('a handle that is taken or is none is refused, with what was typed', async () => {
  const [person, other] = [await aUser(), await aUser({ handle: 'taken' })]
  for (const handle of [other.handle, 'with space', '-', 'é', 'a'.repeat(31)]) {
    const fields = { name: 'A name', handle, about: 'Kept text', lang: 'fr' }
    const answer = await post(person, '/fr/settings?index', fields)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Kept text')
  }
  expect((await row(person.id)).handle).toBe(person.handle)
})

test('a password is changed only with the present one; other sessions end, links too', async () => {
  const person = await aUser({ password_hash: await hash })
  const elsewhere = cookieOf(
    await post(null, '/fr/login', { email: person.email, password: PASSWORD }),
  )
  await post(null, '/fr/forgot', { email: person.email })
  const link = linkIn((await mailsTo(person.email))[0]!, '/reset')
  const here = cookieOf(await post(null, '/fr/login', { email: person.email, password: PASSWORD }))
  const change = (current_password: string) =>
    post(
      null,
      '/fr/settings/password',
      { current_password, password: 'quite another one' },
      { cookie: here },
    )

  expect((await change('not it')).status).toBe(422)
  expect((await get(null, '/fr/settings', { cookie: elsewhere })).status).toBe(200)
  expect((await change(PASSWORD)).status).toBe(302)
  expect((await get(null, '/fr/settings', { cookie: elsewhere })).status).toBe(302)
  expect((await get(null, '/fr/settings', { cookie: here })).status).toBe(200)
  expect((await get(null, link)).status).toBe(410)
  expect((await mailsTo(person.email)).map(({ subject }) => subject)).toContain(
    'تغيرت كلمة مروركم في ملتقى',
  )
})

test('an address changes when the new one is confirmed, and the old one is told', async () => {
  const person = await aUser({ password_hash: await hash, lang: 'fr' })
  const fields = { email: 'new-one@example.org', current_password: PASSWORD }
  const mistyped = { ...fields, current_password: 'mistyped secret' }
  const refused = await post(person, '/fr/settings/email?index', mistyped)
  expect(refused.status).toBe(422)
  expect(await refused.text()).not.toContain('mistyped secret')
  await post(person, '/fr/settings/email?index', fields)
  expect((await row(person.id)).email).toBe(person.email)
  expect(await mailsTo(person.email)).toHaveLength(1)

  const link = linkIn((await mailsTo('new-one@example.org'))[0]!, '/fr/confirm')
  expect((await post(person, link)).headers.get('location')).toBe('/fr/settings/seats')
  expect((await row(person.id)).email).toBe('new-one@example.org')
  expect((await mailsTo(person.email)).map(({ subject }) => subject)).toContain(
    'Votre adresse Multaqa a changé',
  )
})

test('an address that another account has can not be taken, and nobody learns that it exists', async () => {
  const [person, other] = [await aUser({ password_hash: await hash }), await aUser()]
  const ask = (email: string) =>
    post(person, '/fr/settings/email?index', { email, current_password: PASSWORD })
  const [taken, free] = [await ask(other.email), await ask('free@example.org')]
  expect(taken.headers.get('location')).toBe(free.headers.get('location'))
  expect((await mailsTo(other.email))[0]!.body).not.toContain('/confirm?')

  const link = linkIn((await mailsTo('free@example.org'))[0]!, '/confirm')
  await aUser({ email: 'free@example.org' })
  expect((await post(person, link)).status).toBe(410)
  expect((await row(person.id)).email).toBe(person.email)
})

function row(id: string) {
  return db.selectFrom('user').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
}
