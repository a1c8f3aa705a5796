import { expect, test, vi } from 'vitest'
import { passwordOf } from '#tests/support/accounts.ts'
import { aUser } from '#tests/support/factories.ts'
import { post } from '#tests/support/requests.ts'

// Before the program is loaded, which reads its settings once.
vi.hoisted(() => vi.stubEnv('PUBLIC_URL', 'https://multaqa.example.org'))

test('behind https the cookies of a sign-in travel by https alone', async () => {
  const { email } = await aUser({ password_hash: await passwordOf('un mot de passe long') })
  const answer = await post(null, '/fr/login', { email, password: 'un mot de passe long' })
  const cookies = answer.headers.getSetCookie()
  expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['multaqa_session', 'lang'])
  for (const cookie of cookies) expect(cookie).toContain('; Secure')
})
