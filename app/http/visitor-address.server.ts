import { cookieName } from './cookies.server.ts'
import { languageOf } from './lang-choice.server.ts'

/** What is asked for, as Node and as the web have it alike. */
export type Asking = {
  method: string
  /** Path and query. */
  address: string
  header: (name: string) => string | null | undefined
}

// Under a language nothing depends on the language that the browser asks for.
const OPEN = /^\/(?:(?:ar|fr|zgh|en)(?=[/?]|$)|feeds\/|sitemap\.xml$|robots\.txt$)/

const onlyLang = new RegExp(`^(?:\\s*${cookieName('lang')}=[^;]*(?:;|$))*$`)

/**
 * The address by which a page may be kept for all visitors, or null where it may be this reader's:
 * they are signed in, chose a theme, wrote something, or come from another language, which is noted
 * in a cookie. What the page's script asks for is no page.
 */
export function visitorAddress({ method, address, header }: Asking) {
  if ((method !== 'GET' && method !== 'HEAD') || !OPEN.test(address)) return null
  if (/\.data(?:\?|$)/.test(address) || !onlyLang.test(header('cookie') ?? '')) return null
  const before = languageOf(header('referer') ?? null)
  return before && before !== address.split(/[/?]/, 2)[1] ? null : address
}
