import type { Lang } from '#db/schema.ts'
import ar from '#locales/ar.json'
import en from '#locales/en.json'
import fr from '#locales/fr.json'
import zgh from '#locales/zgh.json'
import { createI18n } from './create.ts'
import { LANGS } from './locales.ts'

const words = { ar, fr, zgh, en }

const instances = Object.fromEntries(
  LANGS.map((lang) => [lang, createI18n(lang, words)]),
) as Record<Lang, ReturnType<typeof createI18n>>

/** The server's translations of a language: instances are never switched, so requests share them. */
export function i18nFor(lang: Lang) {
  return instances[lang]
}

/** `t` of a language, for what is not rendered by React: mails, feeds, the command line. */
export function wordsFor(lang: Lang) {
  return instances[lang].t
}
