import { createInstance, type TFunction } from 'i18next'
import type { Lang } from '#db/schema.ts'
import { interfaceLang } from './locales.ts'

type Words = Record<string, unknown>

/** One i18next instance for one language; the server makes one per language, the browser one. */
export function createI18n(lang: Lang, words: Partial<Record<Lang, Words>>) {
  const i18n = createInstance()
  void i18n.init({
    lng: lang,
    fallbackLng: interfaceLang(lang),
    resources: Object.fromEntries(
      Object.entries(words).map(([key, translation]) => [key, { translation }]),
    ),
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  const add = (of: Lang, more: Words) => void i18n.addResourceBundle(of, 'translation', more, true)
  return { t: rememberingWords(i18n.t), add }
}

// Most words are the same each time they are asked for, and a page asks for hundreds.
function rememberingWords(t: TFunction) {
  const said = new Map<string, string>()
  return ((key: string, ...more: []) => {
    if (more.length > 0) return t(key, ...more)
    const known = said.get(key)
    if (known !== undefined) return known
    const word = t(key)
    // A key that stands for nothing is given back; whoever sends made-up ones fills no memory.
    if (word !== key) said.set(key, word)
    return word
  }) as TFunction
}
