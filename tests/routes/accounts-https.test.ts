import { expect, test, vi } from 'vitest'

test('behind https the cookies of a sign-in travel by https alone', async () => {
  vi.stubEnv('PUBLIC_URL', 'https://multaqa.example.org')
  const { passwordOf } = await import('#tests/support/accounts.ts')
  const { aUser } = await import('#tests/support/factories.ts')
  const { post } = await import('#tests/support/requests.ts')
  const { email } = await aUser({ password_hash: await passwordOf('un mot de passe long') })

  const answer = await post(null, '/fr/login', { email, password: 'un mot de passe long' })
  const cookies = answer.headers.getSetCookie()
  expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['multaqa_session', 'lang'])
  for (const cookie of cookies) expect(cookie).toContain('; Secure')
})
