import { expect, test } from 'vitest'
import { addUser } from '#app/domain/users/accounts.server.ts'
import { deviceOf } from '#app/domain/users/device.ts'
import { digest } from '#app/domain/users/digest.server.ts'
import { findToken, issueToken, useToken } from '#app/domain/users/tokens.server.ts'
import { db } from '#db/client.server.ts'
import { aUser } from '#tests/support/factories.ts'

test('a handle is made of the Latin letters of a name, free and within bounds', async () => {
  expect(await handleOf('Salma Él-Idrissi')).toBe('salma-el-idrissi')
  expect(await handleOf('Salma Él-Idrissi')).toMatch(/^salma-el-idrissi-[a-z0-9]{4}$/)
  expect(await handleOf('سلمى الإدريسي')).toMatch(/^member-[a-z0-9]{6}$/)
  expect(await handleOf('ⵙⴰⵍⵎⴰ')).toMatch(/^member-[a-z0-9]{6}$/)
  expect(await handleOf('a'.repeat(80))).toBe('a'.repeat(30))
  expect(await handleOf('a'.repeat(80))).toMatch(/^a{25}-[a-z0-9]{4}$/)
})

test('a link is stored as a hash, works once, and voids the one before it', async () => {
  const { id: user_id } = await aUser()
  const older = await issueToken(db, { kind: 'reset_password', user_id })
  const newer = await issueToken(db, { kind: 'reset_password', user_id })
  const hashes = (await db.selectFrom('token').select('hash').execute()).map(({ hash }) => hash)
  expect(hashes).toContain(digest(newer))
  expect(hashes).not.toContain(newer)
  expect(await useToken(db, ['reset_password'], older)).toBeUndefined()
  expect(await useToken(db, ['confirm_email'], newer)).toBeUndefined()
  expect(await useToken(db, ['reset_password'], newer)).toMatchObject({ user_id })
  expect(await useToken(db, ['reset_password'], newer)).toBeUndefined()
})

test('a link runs out', async () => {
  const { id: user_id } = await aUser()
  const issued = new Date('2026-11-01T10:00:00Z')
  const secret = await issueToken(db, { kind: 'reset_password', user_id }, issued)
  const [before, after] = [new Date('2026-11-01T11:59:59Z'), new Date('2026-11-01T12:00:00Z')]
  expect(await findToken(db, ['reset_password'], secret, before)).toBeDefined()
  expect(await findToken(db, ['reset_password'], secret, after)).toBeUndefined()
})

test('a device is named from its user agent, as far as that tells', () => {
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0'
  expect(deviceOf(iphone)).toEqual({ browser: 'Safari', system: 'iPhone' })
  expect(deviceOf(edge)).toEqual({ browser: 'Edge', system: 'Windows' })
  expect(deviceOf('curl/8.5.0')).toEqual({ browser: null, system: null })
})

async function handleOf(name: string) {
  const email = `${crypto.randomUUID()}@example.org`
  const id = await addUser(db, { name, email, lang: 'ar', password_hash: null })
  const query = db.selectFrom('user').where('id', '=', id).select('handle')
  return (await query.executeTakeFirstOrThrow()).handle
}
