import { expect, test } from 'vitest'
import { db } from '#db/client.server.ts'
import { aMember, aUser } from '#tests/support/factories.ts'
import { get, post, signIn } from '#tests/support/requests.ts'

const anAdmin = () => aUser({ role: 'admin' })

function roleOf(id: string) {
  return db.selectFrom('user').where('id', '=', id).select('role').executeTakeFirstOrThrow()
}

test('the administration is for administrators alone', async () => {
  const someone = await aMember()
  const paths = ['/fr/admin', `/fr/admin/people/${someone.handle}`, '/fr/admin/system']
  for (const path of paths) {
    expect((await get(null, path)).headers.get('location')).toContain('/fr/login')
    for (const person of [await aUser(), await aMember(), await aUser({ role: 'facilitator' })]) {
      expect((await get(person, path)).status).toBe(403)
    }
    expect((await get(await anAdmin(), path)).status).toBe(200)
  }
  const facilitator = await aUser({ role: 'facilitator' })
  const fields = { act: 'role', role: 'admin' }
  expect((await post(facilitator, paths[1]!, fields)).status).toBe(403)
  expect((await roleOf(someone.id)).role).toBe('account')
})

test('accounts are found by a part of the name or the address', async () => {
  const admin = await anAdmin()
  await aUser({ name: 'Khadija Test', email: 'khadija.percent%@example.org' })
  const found = async (q: string) =>
    (await (await get(admin, `/fr/admin?q=${encodeURIComponent(q)}`)).text()).includes('Khadija')
  expect(await found('hadij')).toBe(true)
  expect(await found('PERCENT%@exam')).toBe(true)
  expect(await found('%z%')).toBe(false)
})

test('a role is changed, told and on record', async () => {
  const [admin, person] = [await anAdmin(), await aMember()]
  const path = `/fr/admin/people/${person.handle}`
  expect((await post(admin, path, { act: 'role', role: 'king' })).status).toBe(422)
  await post(admin, path, { act: 'role', role: 'facilitator' })
  expect((await roleOf(person.id)).role).toBe('facilitator')
  const { detail } = await db
    .selectFrom('audit')
    .where('subject_id', '=', person.id)
    .where('verb', '=', 'role_changed')
    .select('detail')
    .executeTakeFirstOrThrow()
  expect(JSON.parse(detail)).toEqual({ from: 'account', to: 'facilitator' })
  const mail = await db
    .selectFrom('mail')
    .where('user_id', '=', person.id)
    .select('body')
    .executeTakeFirstOrThrow()
  expect(mail.body).toContain('منشط')
})

test('the last administrator stays one', async () => {
  await db.updateTable('user').set({ role: 'account' }).where('role', '=', 'admin').execute()
  const admin = await anAdmin()
  const path = `/fr/admin/people/${admin.handle}`
  expect((await post(admin, path, { act: 'role', role: 'account' })).status).toBe(422)
  expect((await roleOf(admin.id)).role).toBe('admin')

  // A suspended administrator does not count.
  await aUser({ role: 'admin', suspended_at: new Date().toISOString() })
  expect((await post(admin, path, { act: 'role', role: 'account' })).status).toBe(422)
  await anAdmin()
  expect((await post(admin, path, { act: 'role', role: 'account' })).status).toBe(302)
})

test('a suspended person is signed out at once, and back after the suspension', async () => {
  const [admin, person] = [await anAdmin(), await aMember()]
  const path = `/fr/admin/people/${person.handle}`
  const cookie = await signIn(person)
  const isIn = async () =>
    (await get(null, '/fr/settings', { cookie })).headers.get('location')?.includes('/login') !==
    true
  expect(await isIn()).toBe(true)
  expect((await post(admin, path, { act: 'suspend', reason: '' })).status).toBe(422)
  await post(admin, path, { act: 'suspend', reason: 'Harassment' })
  expect(await isIn()).toBe(false)
  const live = await db
    .selectFrom('session')
    .where('user_id', '=', person.id)
    .where('expires_at', '>', new Date().toISOString())
    .select('id')
    .execute()
  expect(live).toEqual([])
  expect(await (await get(admin, path)).text()).toContain('Harassment')

  await post(admin, path, { act: 'restore' })
  const { suspended_at } = await db
    .selectFrom('user')
    .where('id', '=', person.id)
    .select('suspended_at')
    .executeTakeFirstOrThrow()
  expect(suspended_at).toBeNull()
  expect(await isIn()).toBe(false)
  const verbs = await db
    .selectFrom('audit')
    .where('subject_id', '=', person.id)
    .orderBy('created_at')
    .select('verb')
    .execute()
  expect(verbs.map(({ verb }) => verb)).toEqual(['user_suspended', 'user_restored'])
})

test('nobody suspends themselves', async () => {
  const admin = await anAdmin()
  const answer = await post(admin, `/fr/admin/people/${admin.handle}`, {
    act: 'suspend',
    reason: 'x',
  })
  expect(answer.status).toBe(403)
})

test('the system page tells of mail that waits and of mail that failed', async () => {
  const values = { recipient: 'a@example.org', lang: 'fr', subject: 's', body: 'b' } as const
  await db.deleteFrom('mail').execute()
  await db
    .insertInto('mail')
    .values([
      { id: 'mailwaits001', ...values },
      { id: 'mailfailed01', ...values, failed_at: new Date().toISOString() },
      { id: 'mailfailed02', ...values, failed_at: new Date().toISOString() },
    ])
    .execute()
  const html = await (await get(await anAdmin(), '/fr/admin/system')).text()
  expect(html).toMatch(/en attente d’envoi<\/dt><dd>1</)
  expect(html).toMatch(/non distribués<\/dt><dd>2</)
})
