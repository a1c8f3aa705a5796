import { hash, parseOptions, verify } from '@node-rs/argon2'
import { expect, test, vi } from 'vitest'
import { checkPassword } from '#app/domain/users/accounts.server.ts'
import { hashPassword, isOutdated, verifyPassword } from '#app/domain/users/passwords.server.ts'
import { db } from '#db/client.server.ts'
import { aUser } from '#tests/support/factories.ts'

vi.mock('@node-rs/argon2', { spy: true })

const PASSWORD = 'un mot de passe assez long'

test('a password is kept as argon2id and fits itself alone, however its accents are typed', async () => {
  const stored = await hashPassword('mot de passe d\u00e9tourn\u00e9')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword(stored, 'mot de passe de\u0301tourne\u0301')).toBe(true)
  expect(await verifyPassword(stored, 'mot de passe detourne')).toBe(false)
})

test('no password fits an account that has none', async () => {
  expect(await verifyPassword(null, 'nobody has this password')).toBe(false)
})

// Not timed: the time is that of the one slow thing in it.
test('an account that does not exist takes as long as a wrong password', async () => {
  const { email } = await aUser({ password_hash: await hashPassword(PASSWORD) })
  const known = await work(() => checkPassword(db, email, 'wrong password'))
  const unknown = await work(() => checkPassword(db, 'nobody@example.org', 'wrong password'))
  expect(known).toEqual([parseOptions(await hashPassword(PASSWORD))])
  expect(unknown).toEqual(known)
})

test('a hash of former parameters is made again when its owner signs in, and only then', async () => {
  const former = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1 })
  const { id, email } = await aUser({ password_hash: former })
  await checkPassword(db, email, 'wrong password')
  expect(await storedHash(id)).toBe(former)

  expect(await checkPassword(db, email, PASSWORD)).toMatchObject({ id })
  const renewed = await storedHash(id)
  expect(isOutdated(renewed!)).toBe(false)
  expect(await checkPassword(db, email, PASSWORD)).toMatchObject({ id })
  expect(await storedHash(id)).toBe(renewed)
})

async function storedHash(id: string) {
  const query = db.selectFrom('user').where('id', '=', id).select('password_hash')
  return (await query.executeTakeFirstOrThrow()).password_hash
}

// Of what cost the passwords were that it compared.
async function work(task: () => Promise<unknown>) {
  vi.mocked(verify).mockClear()
  await task()
  return vi.mocked(verify).mock.calls.map(([stored]) => parseOptions(String(stored)))
}
