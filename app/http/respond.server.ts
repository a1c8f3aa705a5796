import { data, redirect } from '@remix-run/node'
import { langOfPath } from '#app/i18n/locales.ts'
import { cookieFor } from './cookies.server.ts'

/** The value, or the answer 404 thrown: the same whether it is absent or not for this viewer. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw data(null, { status: 404 })
  return value
}

/** Throws the answer 403 unless allowed: only for what the viewer can already see. */
export function allowed(may: boolean) {
  if (!may) throw data(null, { status: 403 })
}

/** An address in the language of the request: `langPath(request, '/login')` → `/ar/login`. */
export function langPath(request: Request, path: string) {
  return `/${langOfPath(new URL(request.url).pathname)}${path}`
}

type Options = { flash?: string; undo?: string; cookies?: string[]; status?: number }

/**
 * A redirect, with a word of confirmation that the next page shows once (`flash` is a locale key
 * under `flash.`; `undo` is the act that it says can be undone) and cookies.
 */
export function redirectTo(path: string, options: Options = {}) {
  const { flash, undo, cookies = [], status = 302 } = options
  const headers = new Headers()
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  if (flash) headers.append('Set-Cookie', cookieFor('flash', undo ? `${flash}~${undo}` : flash, 60))
  return redirect(inAscii(path), { headers, status })
}

// A header holds no other letters; what is encoded already stays as it is.
function inAscii(path: string) {
  return path.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURIComponent)
}

/** Only an address on this site, so that a link cannot send someone elsewhere after signing in. */
export function safePath(path: string | null, otherwise: string) {
  if (!path?.isWellFormed() || !/^\/(?![/\\])/.test(path)) return otherwise
  if (/[\\\p{Cc}]/u.test(path)) return otherwise
  return path
}

/** Where the address says that somebody was on their way to (`to`), with its language. */
export function wayOn(request: Request, otherwise: string) {
  return safePath(new URL(request.url).searchParams.get('to'), otherwise)
}

/** Where `to` in the address leads, as links of ours are written: without the language. */
export function linkTo(request: Request, otherwise: string) {
  const to = wayOn(request, '')
  return to.replace(/^\/[a-z]+(?=\/|$)/, '') || otherwise
}

/** Sends an address without the right slug to the one with it. */
export function canonical(request: Request, slug: string | undefined, path: string) {
  const url = new URL(request.url)
  const right = path.slice(path.lastIndexOf('/') + 1)
  if (slug !== right && ['GET', 'HEAD'].includes(request.method)) {
    throw redirect(encodeURI(langPath(request, path)) + url.search, 301)
  }
}
