import type { Lang } from '#db/schema.ts'

/** The languages of the address, in the order in which they are offered. */
export const LANGS = ['ar', 'fr', 'zgh', 'en'] as const satisfies readonly Lang[]

export const DEFAULT_LANG: Lang = 'ar'

/** Each language in its own name. */
export const LANG_NAMES: Record<Lang, string> = {
  ar: 'العربية',
  fr: 'Français',
  zgh: 'ⵜⴰⵎⴰⵣⵉⵖⵜ',
  en: 'English',
}

/** What a reader is given when a text doesn't exist in their language, best first. */
export const FALLBACKS: Record<Lang, Lang[]> = {
  ar: ['ar', 'fr', 'en', 'zgh'],
  fr: ['fr', 'ar', 'en', 'zgh'],
  zgh: ['zgh', 'fr', 'ar', 'en'],
  en: ['en', 'fr', 'ar', 'zgh'],
}

/** The language of the interface's own words: Amazigh has few that are attested, so French fills in. */
export function interfaceLang(lang: Lang) {
  return lang === 'zgh' ? 'fr' : lang
}

export function isLang(value: unknown): value is Lang {
  return LANGS.includes(value as Lang)
}

export function dirOf(lang: Lang) {
  return lang === 'ar' ? 'rtl' : 'ltr'
}

/** The language that an address starts with; Arabic when it starts with none. */
export function langOfPath(pathname: string): Lang {
  const first = pathname.split('/')[1]?.replace(/\.data$/, '')
  return isLang(first) ? first : DEFAULT_LANG
}
