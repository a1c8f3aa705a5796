import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.server.ts'
import { cookieNamed, cookieOf, mailsTo, passwordOf } from '#tests/support/accounts.ts'
import { aUser } from '#tests/support/factories.ts'
import { get, post, signIn } from '#tests/support/requests.ts'
import { scriptsIn } from '#tests/support/scripts.ts'

// What a real device answers is walked through in tests/e2e/passkey.spec.ts.
const PASSWORD = 'un mot de passe assez long'
const hash = passwordOf(PASSWORD)

beforeEach(() => db.deleteFrom('try').execute())

test('only the page for passkeys has a script for visitors, and its policy allows no other', async () => {
  const page = await get(null, '/fr/login/passkey')
  const [, nonce] = /script-src 'self' 'nonce-([^']+)'/.exec(policyOf(page))!
  expect(await page.text()).toContain(`nonce="${nonce}"`)
  for (const path of ['/fr/login', '/fr/login/code', '/fr/signup', '/fr']) {
    const other = await get(null, path)
    expect(policyOf(other), path).toContain("script-src 'none'")
    expect(scriptsIn(await other.text())).toEqual([])
  }
})

test('an answer counts once, for the browser and the kind of question that was asked', async () => {
  const person = await aUser({ password_hash: await hash })
  await aPasskey(person.id)
  const asked = await post(null, '/fr/login/passkey/options')
  const cookie = cookieNamed(asked, 'passkey')
  const { challenge, rpId } = (await asked.json()) as { challenge: string; rpId: string }
  expect(rpId).toBe('127.0.0.1')
  const client = { type: 'webauthn.get', challenge, origin: 'http://127.0.0.1:3000' }
  const clientDataJSON = Buffer.from(JSON.stringify(client)).toString('base64url')
  const forged = { id: 'known', rawId: 'known', type: 'public-key', response: { clientDataJSON, authenticatorData: 'AA', signature: 'AA' }, clientExtensionResults: {} } // prettier-ignore
  for (const answer of [JSON.stringify(forged), 'no json', '{}', '[]', 'null']) {
    const tried = await post(null, '/fr/login/passkey', { answer }, { cookie })
    expect(tried.status).toBe(422)
    expect(cookieOf(tried)).toBe('')
  }
  expect(await db.selectFrom('passkey_challenge').selectAll().execute()).toEqual([])

  const toAdd = await post(person, '/fr/settings/security/passkey/options')
  const other = await signIn(await aUser())
  const mixed = `${other}; ${cookieNamed(toAdd, 'passkey')}`
  const fields = { name: 'Clé', answer: JSON.stringify(forged) }
  const stolen = await post(null, '/fr/settings/security/passkey', fields, { cookie: mixed })
  expect(stolen.status).toBe(422)
  expect(await stolen.text()).toContain('value="Clé"')
})

test('with a passkey the password alone does not sign in; it is removed by its owner alone', async () => {
  const [person, stranger] = [await aUser({ password_hash: await hash, lang: 'fr' }), await aUser()]
  await aPasskey(person.id)
  const half = await post(null, '/fr/login', { email: person.email, password: PASSWORD })
  expect(half.headers.get('location')).toContain('/fr/login/code')
  const remove = '/fr/settings/security/passkey/known/remove'
  expect((await post(stranger, remove)).status).toBe(404)
  expect((await post(person, remove)).status).toBe(302)
  expect((await mailsTo(person.email))[0]!.subject).toBe('Une clé d’accès est retirée sur Multaqa')
  const whole = await post(null, '/fr/login', { email: person.email, password: PASSWORD })
  expect(cookieOf(whole)).not.toBe('')
})

function policyOf({ headers }: Response) {
  return headers.get('content-security-policy')!
}

async function aPasskey(user_id: string) {
  await db.deleteFrom('passkey').execute()
  const row = { id: 'known', user_id, public_key: Buffer.from([0]), name: 'Clé' }
  await db.insertInto('passkey').values(row).execute()
}
