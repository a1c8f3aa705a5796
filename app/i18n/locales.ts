import { isLang } from '#app/domain/languages.ts'
import type { Lang } from '#db/schema.ts'

export { isLang, LANGS } from '#app/domain/languages.ts'

export const DEFAULT_LANG: Lang = 'ar'

/** Each language in its own name. */
export const LANG_NAMES: Record<Lang, string> = {
  ar: 'العربية',
  fr: 'Français',
  zgh: 'ⵜⴰⵎⴰⵣⵉⵖⵜ',
  en: 'English',
}

/** The language of the interface's own words: Amazigh has few that are attested, so French fills in. */
export function interfaceLang(lang: Lang) {
  return lang === 'zgh' ? 'fr' : lang
}

export function dirOf(lang: Lang) {
  return lang === 'ar' ? 'rtl' : 'ltr'
}

/** The language that an address starts with; Arabic when it starts with none. */
export function langOfPath(pathname: string): Lang {
  const first = pathname.split('/')[1]?.replace(/\.data$/, '')
  return isLang(first) ? first : DEFAULT_LANG
}
