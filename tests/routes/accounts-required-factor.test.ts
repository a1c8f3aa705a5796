import { expect, test } from 'vitest'
import { removeFactorOf } from '#app/domain/people/accounts.server.ts'
import { startTotp } from '#app/domain/users/second-factor.server.ts'
import { totpCode } from '#app/domain/users/totp.server.ts'
import { mailSecondFactor } from '#app/http/credential-mail.server.ts'
import { db } from '#db/client.server.ts'
import { cookieOf, passwordOf } from '#tests/support/accounts.ts'
import { aMember, aThread, aUser } from '#tests/support/factories.ts'
import { get, post, signIn } from '#tests/support/requests.ts'

const PASSWORD = 'un mot de passe assez long'
const hash = passwordOf(PASSWORD)

test('without a second factor a role is not in force: its pages and acts lead to where it is set up', async () => {
  const admin = await aUser({ role: 'admin', password_hash: await hash })
  const thread = await aThread({ author: await aMember() })
  const cookie = await byPassword(admin)
  const needed = '/fr/settings/security?needed=1&to='
  for (const page of [
    ...['/moderation', '/moderation/log', '/admin', '/admin/system', '/tags/new'],
    ...[`/admin/people/${admin.handle}`, `/moderation/items/${thread.id}/hide`],
  ]) {
    const answer = await get(null, `/fr${page}`, { cookie })
    expect(answer.headers.get('location'), page).toBe(needed + encodeURIComponent(`/fr${page}`))
  }
  const hide = `/fr/moderation/items/${thread.id}/hide`
  const acted = await post(null, hide, { reason: 'Written for long' }, { cookie })
  expect(acted.headers.get('location')).toBe(needed + encodeURIComponent(hide))
  expect((await get(null, `/fr/threads/${thread.id}`)).status).not.toBe(404)
})

test('till then one reads, but not what is held, and has one’s own settings', async () => {
  const admin = await aUser({ role: 'admin', password_hash: await hash })
  const held = await aThread({ author: await aUser(), title: 'Held for review', state: 'held' })
  const cookie = await byPassword(admin)
  expect((await get(null, `/fr/threads/${held.id}`, { cookie })).status).toBe(404)
  for (const page of ['/fr/settings', '/fr/settings/security']) {
    expect((await get(null, page, { cookie })).status).toBe(200)
  }
})

test('once it is set up the role is in force, and what was posted comes back', async () => {
  const facilitator = await aUser({ role: 'facilitator', password_hash: await hash })
  const thread = await aThread({ author: await aMember() })
  const hide = `/fr/moderation/items/${thread.id}/hide`
  const cookie = await byPassword(facilitator)
  const acted = await post(null, hide, { reason: 'Written for long' }, { cookie })
  const kept = acted.headers.getSetCookie().find((one) => one.startsWith('kept='))!
  await startTotp(db, facilitator.id)
  const { secret } = await db.selectFrom('totp').select('secret').executeTakeFirstOrThrow()
  const code = totpCode(secret, Math.floor(Date.now() / 30_000))
  const app = `/fr/settings/security/app?to=${encodeURIComponent(hide)}`
  const page = await (await post(null, app, { code }, { cookie })).text()
  expect(page).toContain(`href="${hide}"`)
  const back = await get(null, hide, { cookie: `${cookie}; ${kept.split(';')[0]}` })
  expect(await back.text()).toContain('Written for long')

  // Whoever removes it from them takes the role out of force in every open session.
  const admin = await aUser({ role: 'admin' })
  const account = (await db
    .selectFrom('user')
    .where('id', '=', facilitator.id)
    .selectAll()
    .executeTakeFirstOrThrow()) as Parameters<typeof removeFactorOf>[2]
  await removeFactorOf(db, admin, account, mailSecondFactor('second_factor_removed'))
  expect((await get(null, '/fr/moderation', { cookie })).status).toBe(302)
})

test('an administrator proves who they are before giving a role or taking a second factor away', async () => {
  const [admin, person] = [await aUser({ role: 'admin' }), await aUser()]
  await startTotp(db, person.id)
  await db.updateTable('totp').set({ confirmed_at: '2026-01-01' }).execute()
  const path = `/fr/admin/people/${person.handle}`
  const cookie = await signIn(admin)
  const created_at = new Date(Date.now() - 16 * 60_000).toISOString()
  await db.updateTable('session').set({ created_at }).where('user_id', '=', admin.id).execute()
  for (const act of [{ act: 'role', role: 'admin' }, { act: 'second_factor' }]) {
    const answer = await post(null, path, act as Record<string, string>, { cookie })
    expect(answer.headers.get('location')).toBe(`/fr/login/again?to=${encodeURIComponent(path)}`)
  }
  expect(await row(person.id)).toMatchObject({ role: 'account' })
  await post(admin, path, { act: 'second_factor' })
  expect(
    await db.selectFrom('totp').where('user_id', '=', person.id).selectAll().execute(),
  ).toEqual([])
  expect((await post(await aMember(), path, { act: 'second_factor' })).status).toBe(403)
})

async function byPassword({ email }: { email: string }) {
  return cookieOf(await post(null, '/fr/login', { email, password: PASSWORD }))
}

function row(id: string) {
  return db.selectFrom('user').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
}
