import { isLang } from '#app/i18n/locales.ts'
import { cookieFor, readCookie } from './cookies.server.ts'

const YEAR = 31_536_000

/**
 * The cookie that remembers a language when the reader has just changed to it: a page that was
 * reached from one of ours in another language. Only for pages that are there: what is hidden and
 * what is absent answer with the same bytes, headers included.
 */
export function chosenLang(request: Request, { status }: Response) {
  if (request.method !== 'GET' || status !== 200) return []
  const lang = languageOf(request.url)
  const before = languageOf(request.headers.get('referer'))
  const ours = (request.headers.get('sec-fetch-site') ?? 'same-origin') === 'same-origin'
  if (!lang || !before || lang === before || !ours) return []
  if (readCookie(request, 'lang') === lang) return []
  return [cookieFor('lang', lang, YEAR)]
}

/** The language that an address begins with; null for others, and for none. */
export function languageOf(address: string | null) {
  if (!address || !URL.canParse(address)) return null
  const first = new URL(address).pathname.split('/')[1]
  return isLang(first) ? first : null
}
