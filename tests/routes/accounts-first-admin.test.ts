import { expect, test } from 'vitest'
import { NOTICE } from '#app/domain/personal-data/notice.ts'
import { createFirstAdminToken } from '#app/domain/users/first-admin.server.ts'
import { db } from '#db/client.server.ts'
import { cookieOf } from '#tests/support/accounts.ts'
import { aUser } from '#tests/support/factories.ts'
import { get, post, signIn } from '#tests/support/requests.ts'

const given = { name: 'Admin', email: 'admin@example.org', notice: NOTICE }
const fields = { ...given, password: 'un mot de passe assez long' }

test('the newest link lets the first administrator in, once, and never again', async () => {
  const older = `/fr/welcome?token=${await createFirstAdminToken(db)}`
  const squatter = await aUser({ email: fields.email })
  const link = `/fr/welcome?token=${await createFirstAdminToken(db)}`
  expect((await get(null, older)).status).toBe(410)
  expect((await get(null, '/fr/welcome?token=guess')).status).toBe(410)
  expect((await post(null, older, fields)).status).toBe(422)
  expect((await get(null, link)).status).toBe(200)
  expect((await post(null, link, { ...fields, password: 'short' })).status).toBe(422)

  const before = await signIn(squatter)
  const answer = await post(null, link, fields)
  expect(answer.headers.get('location')).toBe('/fr')
  const admin = await db
    .selectFrom('user')
    .where('email', '=', fields.email)
    .selectAll()
    .executeTakeFirstOrThrow()
  expect(admin).toMatchObject({ role: 'admin', id: squatter.id })
  expect(admin.email_confirmed_at).not.toBeNull()
  expect((await get(null, '/fr/settings', { cookie: cookieOf(answer) })).status).toBe(200)
  expect((await get(null, '/fr/settings', { cookie: before })).status).toBe(302)

  expect((await post(null, link, { ...fields, email: 'second@example.org' })).status).toBe(422)
  expect(await createFirstAdminToken(db)).toBeUndefined()
})
