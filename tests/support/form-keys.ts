import { openHalfSignIn } from '#app/domain/users/half-sign-ins.server.ts'
import { optionsToAdd, optionsToSignIn } from '#app/domain/users/passkeys.server.ts'
import { issueToken } from '#app/domain/users/tokens.server.ts'
import { db } from '#db/client.server.ts'
import { passwordOf } from './accounts.ts'
import { ORIGIN } from './requests.ts'

const SITE = { origin: ORIGIN }
const PASSWORD = 'un mot de passe assez long'
const PASSKEY = 'known-passkey'

type Person = { id: string; name: string }

/**
 * What opens a form that is not looked at without it: a cookie or a secret in the address, by route.
 * Each works but once.
 */
export const KEYS: Record<string, (who: Person) => Promise<{ cookie?: string; query?: string }>> = {
  'routes/$lang.login_.code': half,
  'routes/$lang.login_.passkey': () => asked(optionsToSignIn(db, SITE)),
  'routes/$lang.login_.again': () => asked(optionsToSignIn(db, SITE)),
  'routes/$lang.settings.security.passkey': (who) => asked(optionsToAdd(db, who, SITE)),
  'routes/$lang.reset': ({ id }) => link('reset_password', id),
  'routes/$lang.confirm': ({ id }) => link('change_email', id),
}

/** What gets a form of accounts past its first question, for who has `giveSecrets`. */
export const SECRETS: Record<string, string> = {
  current_password: PASSWORD,
  password: `${PASSWORD} !`,
  code: '1',
  answer: JSON.stringify(answerOf({})),
}

/** What no device answers when it is asked for a passkey: percent-encoded. */
export const ANSWERS = [
  ...[
    null,
    5,
    'text',
    [],
    {},
    { id: { toString: 1 } },
    { id: [PASSKEY] },
    { id: 'x'.repeat(9000) },
  ],
  ...[{ response: null }, { rawId: 7 }, { response: { clientDataJSON: '\0%' } }].map(answerOf),
  answerOf({ response: { clientDataJSON: 'e30', attestationObject: 'oA', transports: { a: 1 } } }),
  JSON.parse(`{"__proto__": {"verified": true}, "id": "${PASSKEY}", "response": 1}`),
].map((answer) => encodeURIComponent(JSON.stringify(answer)))

/** Gives a person a passkey that is known by its id; gives the hash of the password of `SECRETS`. */
export async function giveSecrets({ id: user_id }: Person) {
  const passkey = { id: PASSKEY, user_id, public_key: Buffer.from([160]), name: 'Clé' }
  await db.insertInto('passkey').values(passkey).execute()
  return passwordOf(PASSWORD)
}

function answerOf(changes: object) {
  const response = { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA' }
  return { id: PASSKEY, rawId: PASSKEY, type: 'public-key', response, ...changes }
}

async function half({ id }: Person) {
  return { cookie: `half_sign_in=${await openHalfSignIn(db, id)}` }
}

async function asked(options: Promise<{ secret: string }>) {
  return { cookie: `passkey=${(await options).secret}` }
}

async function link(kind: 'reset_password' | 'change_email', user_id: string) {
  const email = `${user_id}@example.org`
  return { query: `token=${await issueToken(db, { kind, user_id, email })}` }
}
