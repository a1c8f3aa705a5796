import type { AppLoadContext } from '@remix-run/node'
import { noteDevice } from '#app/domain/users/devices.server.ts'
import {
  closeHalfSignIn,
  findHalfSignIn,
  HALF_SIGN_IN_MINUTES,
  openHalfSignIn,
} from '#app/domain/users/half-sign-ins.server.ts'
import { DAYS_KEPT } from '#app/domain/personal-data/retention.ts'
import { hasSecondFactor } from '#app/domain/users/second-factor.server.ts'
import { endSession } from '#app/domain/users/sessions.server.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cookieFor, readCookie } from './cookies.server.ts'
import { mailNewDevice } from './credential-mail.server.ts'
import { lucia } from './lucia.server.ts'
import { langPath, redirectTo } from './respond.server.ts'

const YEAR = 31_536_000
const HALF_COOKIE = 'half_sign_in'
const DEVICE_COOKIE = 'device'

type Args = { request: Request; context: AppLoadContext }

/**
 * What follows the right password: the page that asks for the second factor, where the account has
 * one, else a session and the way to `to`.
 */
export async function signIn(args: Args, userId: string, to: string) {
  if (!(await hasSecondFactor(db, userId))) {
    return redirectTo(to, { cookies: await openSession(args, userId) })
  }
  const secret = await openHalfSignIn(db, userId)
  const cookies = [cookieFor(HALF_COOKIE, secret, HALF_SIGN_IN_MINUTES * 60)]
  const page = langPath(args.request, '/login/code')
  return redirectTo(`${page}?to=${encodeURIComponent(to)}`, { cookies })
}

/** The sign-in that a request continues, with its secret; undefined when there is none any more. */
export async function halfSignInOf(request: Request) {
  const secret = readCookie(request, HALF_COOKIE)
  const half = secret ? await findHalfSignIn(db, secret) : undefined
  return secret && half ? { secret, userId: half.user_id } : undefined
}

type Half = NonNullable<Awaited<ReturnType<typeof halfSignInOf>>>

/** What follows the right code; undefined when the same half has been finished a moment ago. */
export async function finishSignIn(args: Args, { secret, userId }: Half, to: string) {
  if (!(await closeHalfSignIn(db, secret))) return undefined
  const cookies = await openSession(args, userId, { secondFactor: true })
  return redirectTo(to, { cookies: [...cookies, cookieFor(HALF_COOKIE, '', 0)] })
}

/** Opens a new session for a person and ends the one that the request came with; gives the cookies. */
export async function openSession(
  { request, context }: Args,
  userId: string,
  { secondFactor = false } = {},
) {
  const { viewer, sessionId } = context
  if (viewer && sessionId) await endSession(db, viewer, sessionId)
  const device = await noteAndTell(request, userId)
  context.note(secondFactor ? 'signed in with a second factor' : 'signed in', userId)
  const session = await lucia.createSession(userId, {
    user_agent: request.headers.get('user-agent') ?? '',
    second_factor_at: secondFactor ? new Date().toISOString() : null,
  })
  const lang = langOfPath(new URL(request.url).pathname)
  return [lucia.createSessionCookie(session.id).serialize(), langCookie(lang), device]
}

/** The secret of the cookie that tells one browser from another. */
export function deviceOf(request: Request) {
  return readCookie(request, DEVICE_COOKIE)
}

async function noteAndTell(request: Request, userId: string) {
  const agent = request.headers.get('user-agent') ?? ''
  const secret = await db.transaction().execute(async (trx) => {
    const device = await noteDevice(trx, userId, deviceOf(request))
    if (device.isNew) await mailNewDevice(trx, userId, agent)
    return device.secret
  })
  return cookieFor(DEVICE_COOKIE, secret, DAYS_KEPT.device * 86_400)
}

/** Ends the session of the request; gives the cookie that takes its cookie away. */
export async function closeSession({ context }: Pick<Args, 'context'>) {
  const { viewer, sessionId } = context
  if (viewer && sessionId) await endSession(db, viewer, sessionId)
  if (viewer) context.note('signed out', viewer.id)
  return [lucia.createBlankSessionCookie().serialize()]
}

/** The cookies that take away what a browser knows of somebody whose account is no more. */
export function endingCookies() {
  return [lucia.createBlankSessionCookie().serialize(), cookieFor(DEVICE_COOKIE, '', 0)]
}

/** The cookie by which an address without a language finds the reader's. */
export function langCookie(lang: Lang) {
  return cookieFor('lang', lang, YEAR)
}
