import { expect, test } from 'vitest'
import { db } from '#db/client.server.ts'
import { aMember, aSpace, aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

async function invited(email: string, role = 'member') {
  const owner = await aMember()
  const space = await aSpace({ visibility: 'private', name: 'Cercle fermé' }, [owner])
  const answer = await post(owner, `/fr/spaces/${space.slug}/members`, { email, role })
  const mail = await db
    .selectFrom('mail')
    .where('recipient', '=', email.toLowerCase())
    .select(['body', 'subject'])
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow()
  const token = /token=([\w-]+)/.exec(mail.body)![1]!
  return { owner, space, answer, mail, token, page: `/fr/invitations?token=${token}` }
}

test('an invitation is read and accepted once, by the account of that address alone', async () => {
  const [guest, stranger] = [await aUser(), await aMember()]
  const { owner, space, mail, token, page } = await invited(guest.email.toUpperCase(), 'moderator')
  expect(mail.subject + mail.body).not.toContain('Cercle')

  expect((await get(null, page)).headers.get('location')).toContain('/fr/login')
  for (const other of [stranger, owner, await aUser({ role: 'admin' })]) {
    expect((await get(other, page)).status).toBe(404)
    expect((await post(other, '/fr/invitations/accept', { token })).status).toBe(404)
    expect((await post(other, '/fr/invitations/decline', { token })).status).toBe(404)
  }
  expect(await (await get(guest, page)).text()).toContain('Cercle fermé')
  await post(guest, '/fr/invitations/accept', { token })
  expect((await get(guest, `/fr/spaces/${space.slug}`)).status).toBe(200)
  expect(await (await get(guest, `/fr/spaces/${space.slug}/log`)).text()).toContain(
    'Arrivée sur invitation',
  )
  expect((await post(guest, '/fr/invitations/accept', { token })).status).toBe(404)
})

test('an unconfirmed address opens no invitation', async () => {
  const guest = await aUser({ email_confirmed_at: null })
  const { token, page } = await invited(guest.email)
  expect((await get(guest, page)).status).toBe(404)
  expect((await post(guest, '/fr/invitations/accept', { token })).status).toBe(404)
})

test('the answer is the same whether the address has an account, and the invitation waits', async () => {
  const known = await invited((await aUser()).email)
  const unknown = await invited('nobody-yet@example.org')
  expect(unknown.answer.status).toBe(known.answer.status)
  expect(unknown.mail.body).toContain('/signup')
  const guest = await aUser({ email: 'nobody-yet@example.org' })
  expect((await get(guest, unknown.page)).status).toBe(200)
})

test('an invitation that was declined, taken back, replaced or has run out is gone', async () => {
  const guest = await aUser()
  const declined = await invited(guest.email)
  await post(guest, '/fr/invitations/decline', { token: declined.token })
  expect((await get(guest, declined.page)).status).toBe(404)

  const revoked = await invited(guest.email)
  const list = await (await get(revoked.owner, `/fr/spaces/${revoked.space.slug}/members`)).text()
  const revoke = /action="([^"]+\/revoke)"/.exec(list)![1]!
  expect((await post(guest, revoke)).status).toBe(404)
  await post(revoked.owner, revoke)
  expect((await get(guest, revoked.page)).status).toBe(404)

  const replaced = await invited(guest.email)
  await post(replaced.owner, `/fr/spaces/${replaced.space.slug}/members`, { email: guest.email })
  expect((await get(guest, replaced.page)).status).toBe(404)

  const late = await invited(guest.email)
  await db
    .updateTable('space_invitation')
    .set({ expires_at: '2020-01-01T00:00:00.000Z' })
    .where('space_id', '=', late.space.id)
    .execute()
  expect((await post(guest, '/fr/invitations/accept', { token: late.token })).status).toBe(404)
})

test('an address that is none is refused with what was typed', async () => {
  const owner = await aMember()
  const space = await aSpace({ visibility: 'private' }, [owner])
  const answer = await post(owner, `/fr/spaces/${space.slug}/members`, { email: 'not an address' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('value="not an address"')
})
