import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Lang } from '#db/schema.ts'
import { interfaceLang } from './locales.ts'

type Words = Record<string, unknown>

/** One i18next instance for one language; the server makes one per language, the browser one. */
export function createI18n(lang: Lang, words: Partial<Record<Lang, Words>>) {
  const i18n = createInstance()
  void i18n.use(initReactI18next).init({
    lng: lang,
    fallbackLng: interfaceLang(lang),
    resources: Object.fromEntries(
      Object.entries(words).map(([key, translation]) => [key, { translation }]),
    ),
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  // React's hook copies all that an instance owns, in each component that asks for words: a sixth of
  // the time of a page. This one owns nothing.
  return Object.create(i18n) as typeof i18n
}
