import { expect, test } from 'vitest'
import { createHandler } from '#app/http/handle.server.ts'
import { passwordOf } from '#tests/support/accounts.ts'
import { aUser } from '#tests/support/factories.ts'
import { makeBuild, ORIGIN, signIn } from '#tests/support/requests.ts'

const PASSWORD = 'un mot de passe assez long'
const handle = createHandler(await makeBuild())

test('the log has what concerns security: what, whose account, and no word of theirs', async () => {
  const person = await aUser({ password_hash: await passwordOf(PASSWORD) })
  const noted: [what: string, who: string | null][] = []
  const ask = async (path: string, given: RequestInit = {}) => {
    const note = (what: string, who: string | null) => void noted.push([what, who])
    return handle(new Request(ORIGIN + path, given), { ip: '127.0.0.1', note })
  }
  const login = (email: string, password: string) =>
    ask('/fr/login', form({ email, password }, { 'sec-fetch-site': 'same-origin' }))

  await login(person.email, 'wrong')
  await login('nobody@example.org', 'wrong')
  await login(person.email, PASSWORD)
  await ask('/fr/admin', { headers: { cookie: await signIn(person) } })
  await ask('/fr/login', form({}, { 'sec-fetch-site': 'cross-site' }))
  await ask('/fr/logout', form({}, { cookie: await signIn(person) }))
  expect(noted).toEqual([
    ['wrong password', person.id],
    ['wrong password', null],
    ['signed in', person.id],
    ['refused: 403', person.id],
    ['refused: 403', null],
    ['signed out', person.id],
  ])
})

function form(fields: Record<string, string>, headers: Record<string, string>): RequestInit {
  const body = new URLSearchParams(fields).toString()
  const type = 'application/x-www-form-urlencoded'
  const sent = { ...headers, 'content-type': type, 'content-length': String(body.length) }
  return { method: 'POST', body, headers: sent }
}
