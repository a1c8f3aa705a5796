import type { Lang } from '#db/schema.ts'

/** The languages of the forum, in the order in which they are offered. */
export const LANGS = ['ar', 'fr', 'zgh', 'en'] as const satisfies readonly Lang[]

export function isLang(value: unknown): value is Lang {
  return LANGS.includes(value as Lang)
}

/** What a reader is given when a text doesn't exist in their language, best first. */
export const FALLBACKS: Record<Lang, Lang[]> = {
  ar: ['ar', 'fr', 'en', 'zgh'],
  fr: ['fr', 'ar', 'en', 'zgh'],
  zgh: ['zgh', 'fr', 'ar', 'en'],
  en: ['en', 'fr', 'ar', 'zgh'],
}
