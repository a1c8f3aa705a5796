import { LANGS } from '../languages.ts'
import type { Lang } from '#db/schema.ts'

const LETTERS: Record<Lang, string> = {
  ar: 'بتثجحخدذرزسشصضطظعغفقكلمنه',
  fr: 'bcdfghjklmnpqrstvwxz',
  zgh: 'ⴱⴳⴷⴹⴼⴽⵀⵃⵄⵅⵇⵊⵍⵎⵏⵔⵖⵙⵚⵛⵜⵟⵣ',
  en: 'bcdfghjklmnpqrstvwxz',
}

const LENGTH = 14

/** A word in the letters of each language, made by chance: it stands nowhere else. */
export function makeWords() {
  return Object.fromEntries(LANGS.map((lang) => [lang, wordOf(LETTERS[lang])])) as Record<
    Lang,
    string
  >
}

function wordOf(letters: string) {
  const chosen = crypto.getRandomValues(new Uint8Array(LENGTH))
  return Array.from(chosen, (number) => [...letters][number % [...letters].length]).join('')
}
