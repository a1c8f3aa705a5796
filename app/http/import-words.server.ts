import { IMPORT_FIELDS, type ImportWords, type Target } from '#app/domain/imports/fields.ts'
import { foldHeader } from '#app/domain/imports/guess.server.ts'
import headers from '#app/domain/imports/header-words.json'
import { COUNTRIES, STAGES } from '#app/domain/practices/practices.limits.ts'
import { PRINCIPLES } from '#app/domain/principles/principles.ts'
import { foldName } from '#app/domain/reference/territories.server.ts'
import { LANG_NAMES, LANGS } from '#app/i18n/locales.ts'
import { wordsFor } from '#app/i18n/words.server.ts'

let words: ImportWords | undefined

/**
 * The words by which a file names fields and values: those of the form in every language, codes as our own
 * files have them, and what sheets of administrations say instead.
 */
export function importWords(): ImportWords {
  return (words ??= {
    headers: headerWords(),
    stage: codes(STAGES, (code) => `stages.${code}`),
    principles: codes(PRINCIPLES, (code) => `principles.${code}`),
    kind: codes(['practice', 'tool'], (code) => `kinds.${code}`),
    country: codes(COUNTRIES, (code) => `practices.countries.${code}`),
    lang: langWords(),
  })
}

function headerWords() {
  const own = IMPORT_FIELDS.flatMap((field) =>
    // The form calls what a tool is by another word than what a practice is.
    [field === 'kind' ? 'kind' : `practices.fields.${field}`, field].flatMap((key) =>
      key.includes('.')
        ? LANGS.map((lang) => [wordsFor(lang)(key), field] as const)
        : [[key, field] as const],
    ),
  )
  const others = Object.entries(headers).flatMap(([target, names]) =>
    names.map((name) => [name, target as Target] as const),
  )
  return new Map<string, Target>([...others, ...own].map(([name, to]) => [foldHeader(name), to]))
}

// Each language as every other calls it, and as its own code.
function langWords() {
  const names = LANGS.flatMap((said) => {
    const known = new Intl.DisplayNames([said], { type: 'language' })
    return LANGS.flatMap((lang) => [lang, LANG_NAMES[lang], known.of(lang) ?? lang].map((name) => [foldName(name), lang] as const)) // prettier-ignore
  })
  return new Map(names)
}

function codes(list: readonly string[], key: (code: string) => string) {
  return new Map(
    list.flatMap((code) =>
      [code, ...LANGS.map((lang) => wordsFor(lang)(key(code)))].map((name): [string, string] => [
        foldName(name),
        code,
      ]),
    ),
  )
}
