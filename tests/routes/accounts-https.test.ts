import { expect, test, vi } from 'vitest'
import { passwordOf } from '#tests/support/accounts.ts'
import { aThread, aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

// Before the program is loaded, which reads its settings once.
vi.hoisted(() => vi.stubEnv('PUBLIC_URL', 'https://multaqa.example.org'))

test('behind https the cookies of a sign-in travel by https alone', async () => {
  const { email } = await aUser({ password_hash: await passwordOf('un mot de passe long') })
  const answer = await post(null, '/fr/login', { email, password: 'un mot de passe long' })
  const cookies = answer.headers.getSetCookie()
  const names = cookies.map((cookie) => cookie.split('=')[0])
  expect(names).toEqual(['multaqa_session', 'lang', 'device'])
  for (const cookie of cookies) expect(cookie).toContain('; Secure')
})

test('and so do those that remember a language, a look, a form and a word of confirmation', async () => {
  const person = await aUser()
  const kept = await post(null, '/fr/threads/new', { title: 'Un titre' })
  const themed = await post(null, '/theme', { theme: 'dark' })
  const marked = await post(person, `/fr/bookmarks/${(await aThread()).id}`)
  const shown = await get(person, '/fr', { cookie: 'flash=saved' })
  const referer = 'https://multaqa.example.org/ar'
  const chosen = await get(null, '/fr', { headers: { referer } })
  const cookies = [kept, themed, marked, shown, chosen].map(({ headers }) => headers.getSetCookie())
  const names = cookies.map((set) => set.map((cookie) => cookie.split('=')[0]))
  expect(names).toEqual([['kept'], ['theme'], ['flash'], ['flash'], ['lang']])
  for (const cookie of cookies.flat()) expect(cookie).toContain('; Secure')
})
