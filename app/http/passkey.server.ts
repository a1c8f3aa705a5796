import {
  checkPasskey,
  optionsToAdd,
  optionsToSignIn,
  readNewPasskey,
} from '#app/domain/users/passkeys.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { cookieFor, readCookie } from './cookies.server.ts'
import { ownOrigin } from './guard.server.ts'

const COOKIE = 'passkey'
const SECONDS = 300

/** What the browser's script is to ask its device, to sign in (null) or to add a person's passkey. */
export async function passkeyOptions(request: Request, viewer: SignedIn | null) {
  const site = { origin: ownOrigin(request) }
  const { options, secret } = await (viewer
    ? optionsToAdd(db, viewer, site)
    : optionsToSignIn(db, site))
  return Response.json(options, { headers: { 'Set-Cookie': cookieFor(COOKIE, secret, SECONDS) } })
}

/** Whose passkey signed what this browser was asked; undefined for any other answer. */
export function ownerOfPasskey(request: Request, answer: string) {
  return checkPasskey(db, answered(request, answer))
}

/** The passkey that a device has made for a person; undefined for any other answer. */
export function newPasskeyOf(request: Request, viewer: SignedIn, answer: string) {
  return readNewPasskey(db, viewer.id, answered(request, answer))
}

function answered(request: Request, answer: string) {
  return { answer, secret: readCookie(request, COOKIE), site: { origin: ownOrigin(request) } }
}
