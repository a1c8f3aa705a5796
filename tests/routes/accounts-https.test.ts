import { expect, test, vi } from 'vitest'
import { cookieNamed, passwordOf } from '#tests/support/accounts.ts'
import { aThread, aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

// Before the program is loaded, which reads its settings once.
vi.hoisted(() => vi.stubEnv('PUBLIC_URL', 'https://multaqa.example.org'))

// The prefix asks the browser for all three (RFC 6265bis, section 4.1.3.2).
const HOST_ALONE = /^__Host-(?=.*; Path=\/(?:;|$))(?=.*; Secure)(?!.*; Domain)/

test('behind https the cookies of a sign-in are for https and this host alone', async () => {
  const { email } = await aUser({ password_hash: await passwordOf('un mot de passe long') })
  const answer = await post(null, '/fr/login', { email, password: 'un mot de passe long' })
  const cookies = answer.headers.getSetCookie()
  const names = cookies.map((cookie) => cookie.split('=')[0])
  expect(names).toEqual(['__Host-multaqa_session', '__Host-lang', '__Host-device'])
  for (const cookie of cookies) expect(cookie).toMatch(HOST_ALONE)
  const cookie = cookieNamed(answer, '__Host-multaqa_session')
  expect((await get(null, '/fr/settings', { cookie })).status).toBe(200)
  // What another host of the same domain may set opens nothing.
  const set = cookie.replace('__Host-', '')
  expect((await get(null, '/fr/settings', { cookie: set })).status).toBe(302)
})

test('and so do those that remember a language, a look, a form and a word of confirmation', async () => {
  const person = await aUser()
  const kept = await post(null, '/fr/threads/new', { title: 'Un titre' })
  const themed = await post(null, '/theme', { theme: 'dark' })
  const marked = await post(person, `/fr/bookmarks/${(await aThread()).id}`)
  const shown = await get(person, '/fr', { cookie: '__Host-flash=saved' })
  const referer = 'https://multaqa.example.org/ar'
  const chosen = await get(null, '/fr', { headers: { referer } })
  const cookies = [kept, themed, marked, shown, chosen].map(({ headers }) => headers.getSetCookie())
  const names = cookies.map((set) => set.map((cookie) => cookie.split('=')[0]))
  expect(names.flat()).toEqual(
    ['kept', 'theme', 'flash', 'flash', 'lang'].map((name) => `__Host-${name}`),
  )
  for (const cookie of cookies.flat()) expect(cookie).toMatch(HOST_ALONE)
})
