import { DEFAULT_LANG, isLang } from '#app/i18n/locales.ts'
import { readCookie } from './cookies.server.ts'

/** The visitor's language: their last choice, else what the browser asks for, else Arabic. */
export function preferredLang(request: Request) {
  const chosen = readCookie(request, 'lang')
  if (isLang(chosen)) return chosen
  const asked = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 3).split('-')[0]!.toLowerCase())
    .map((code) => (code === 'tzm' || code === 'ber' ? 'zgh' : code))
  return asked.find(isLang) ?? DEFAULT_LANG
}
