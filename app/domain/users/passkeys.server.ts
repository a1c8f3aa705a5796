import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Db } from '#db/client.server.ts'
import { digest } from './digest.server.ts'
import { PASSKEY_ID_MAX } from './users.limits.ts'

const MINUTES = 5
const SITE = 'Multaqa'

// Read when it is first needed: it makes all that certificates may hold ready, for most never to ask.
const webauthn = () => import('@simplewebauthn/server')

/** Where the forum is: passkeys belong to its host name, and sign for its origin alone. */
type Site = { origin: string }

/** A person's passkeys, the newest first. */
export function listPasskeys(db: Db, userId: string) {
  return db
    .selectFrom('passkey')
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .select(['id', 'name', 'created_at', 'last_used_at'])
    .execute()
}

/** What a browser needs to make a passkey for a person, and the secret for its cookie. */
export async function optionsToAdd(db: Db, user: { id: string; name: string }, site: Site) {
  const known = await listPasskeys(db, user.id)
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpName: SITE,
    rpID: hostOf(site),
    userName: user.name,
    userDisplayName: user.name,
    userID: new TextEncoder().encode(user.id),
    excludeCredentials: known.map(({ id }) => ({ id })),
    // It takes the place of password and code, so the device must ask who holds it.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(db, options.challenge, user.id)
  return { options, secret: options.challenge }
}

/** What a browser needs to sign in with a passkey, whosever it is, and the secret for its cookie. */
export async function optionsToSignIn(db: Db, site: Site) {
  const { generateAuthenticationOptions } = await webauthn()
  const options = await generateAuthenticationOptions({
    rpID: hostOf(site),
    userVerification: 'required',
  })
  await keepChallenge(db, options.challenge, null)
  return { options, secret: options.challenge }
}

type Answer = { answer: string; secret: string | null; site: Site }

/** The new passkey in a browser's answer, if it answers what this person was asked; else undefined. */
export async function readNewPasskey(db: Db, userId: string, { answer, secret, site }: Answer) {
  if (!secret || !(await takeChallenge(db, secret, userId))) return undefined
  const { verifyRegistrationResponse } = await webauthn()
  const result = await sound(() =>
    verifyRegistrationResponse({
      response: JSON.parse(answer) as RegistrationResponseJSON,
      expectedChallenge: secret,
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
    }),
  )
  if (!result?.verified) return undefined
  const { id, publicKey, counter, transports = [] } = result.registrationInfo.credential
  if (id.length > PASSKEY_ID_MAX) return undefined
  return { id, public_key: Buffer.from(publicKey), counter, transports: JSON.stringify(transports) }
}

/** Whose passkey has answered what the browser was asked; undefined when none has. */
export async function checkPasskey(db: Db, { answer, secret, site }: Answer) {
  if (!secret || !(await takeChallenge(db, secret, null))) return undefined
  const response = await sound(() => JSON.parse(answer) as AuthenticationResponseJSON)
  const passkey = await findPasskey(db, response?.id)
  if (!response || !passkey) return undefined
  const { id, public_key, counter } = passkey
  const { verifyAuthenticationResponse } = await webauthn()
  const result = await sound(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: secret,
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
      credential: { id, publicKey: new Uint8Array(public_key), counter },
    }),
  )
  if (!result?.verified) return undefined
  await noteUse(db, id, result.authenticationInfo.newCounter)
  return passkey.user_id
}

// What calls itself an id in somebody's JSON may be anything.
async function findPasskey(db: Db, id: unknown) {
  if (typeof id !== 'string') return undefined
  return db
    .selectFrom('passkey')
    .where('id', '=', id)
    .select(['id', 'user_id', 'public_key', 'counter'])
    .executeTakeFirst()
}

async function noteUse(db: Db, id: string, counter: number) {
  const last_used_at = new Date().toISOString()
  await db.updateTable('passkey').set({ counter, last_used_at }).where('id', '=', id).execute()
}

async function keepChallenge(db: Db, challenge: string, user_id: string | null) {
  const expires_at = new Date(Date.now() + MINUTES * 60_000).toISOString()
  const row = { hash: digest(challenge), user_id, expires_at }
  await db.insertInto('passkey_challenge').values(row).execute()
}

async function takeChallenge(db: Db, challenge: string, userId: string | null) {
  const taken = await db
    .deleteFrom('passkey_challenge')
    .where('hash', '=', digest(challenge))
    .where('user_id', userId === null ? 'is' : '=', userId)
    .where('expires_at', '>', new Date().toISOString())
    .returning('hash')
    .executeTakeFirst()
  return taken !== undefined
}

function hostOf({ origin }: Site) {
  return new URL(origin).hostname
}

// The library throws for whatever does not fit; what a browser sends is anybody's.
async function sound<T>(check: () => T | Promise<T>) {
  try {
    return await check()
  } catch {
    return undefined
  }
}
