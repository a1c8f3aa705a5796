import { createInstance, type TFunction } from 'i18next'
import type { Lang } from '#db/schema.ts'
import { dirOf, interfaceLang } from './locales.ts'

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
    interpolation: { escape: isolatedIn(lang) },
    initAsync: false,
  })
  const add = (of: Lang, more: Words) => void i18n.addResourceBundle(of, 'translation', more, true)
  return { lang, t: rememberingWords(i18n.t), add }
}

// A name or a title in the other script, with the marks at its end, would else change places with the
// words around it. What is found in a text by its form, an address, ends where it ends.
function isolatedIn(lang: Lang) {
  const other = dirOf(lang) === 'rtl' ? /\p{Script=Latin}/u : /\p{Script=Arabic}/u
  return (value: string) =>
    other.test(value) && !/:\/\/|@/.test(value) ? `\u2068${value}\u2069` : value
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
