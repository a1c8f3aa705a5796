import { remembered } from '#app/domain/remember.ts'

export type Token = { surface: string; start: number; end: number }

const SAME_LETTER = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ہ: 'ه',
  ک: 'ك',
  گ: 'ك',
  ڭ: 'ك',
  ݣ: 'ك',
  ڤ: 'ف',
  ـ: '',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  ς: 'σ',
  ɣ: 'gh', // Amazigh in Latin letters
  ɛ: '',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  ʻ: "'",
  ʿ: '',
  ʾ: '',
  '\u200b': ' ',
} as Record<string, string>

const VARIANTS = new RegExp(`[${Object.keys(SAME_LETTER).join('')}]`, 'gu')
const INVISIBLE = /(?!\u200b)[\p{M}\p{Cf}]/gu
const EASTERN_DIGITS = /[٠-٩۰-۹]/g

// Arabic and Latin letters never make one word: «الـPACTO» is an article and an acronym.
const ARABIC = '(?:(?=[\\p{Script=Arabic}ـ])\\p{L})'
const OTHER = '(?:(?![\\p{Script=Arabic}ـʼʻ])\\p{L}|\\p{N})'
const INSIDE = '(?:(?!\\u200b)[\\p{M}\\p{Cf}])*'
const WORD = `(?:${run(ARABIC)}|${run(OTHER)})`
const ACRONYM = '\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{M}])\\.?'
// «M'diq» and «co-création» are one word to some writers, two to others: kept whole here,
// indexed both ways by `forms`.
const GLUED = "(?:co-|[eé]-|[mn]['’ʼ](?=\\p{L}{3}))"
// What most words are, told in half of the time: letters of one alphabet up to a plain end.
const PLAIN = '(?:[a-zà-öø-ÿ]{2,}|[ء-غف-ي]{2,}|[0-9]+)(?=\\.?(?:[ \\n]|$)|[,;:!?،؛()«»"])'
const WORDS = new RegExp(`${PLAIN}|${ACRONYM}|(?:${GLUED}(?=\\p{L}))?${WORD}`, 'giu')

const ELISIONS = new Set('l d qu j n s c m t jusqu lorsqu puisqu quoiqu'.split(' '))
const APOSTROPHES = "'’ʼ"
const BEFORE_LETTER = new RegExp(`[${APOSTROPHES}]\\p{L}`, 'uy')

/**
 * Takes any text, gives the spelling under which it is compared: compatibility forms, case, marks
 * and invisible characters gone, Arabic letters that writers exchange made one, Western digits.
 */
export function fold(text: string): string {
  return text
    .replaceAll('ⵯ', '') // before it decomposes into a full ⵡ
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase() // again: decomposition uncovers capitals, as in ℡ and №
    .replace(INVISIBLE, '') // also takes the hamza off أ إ آ ؤ ئ, decomposed a line above
    .replace(VARIANTS, (letter) => SAME_LETTER[letter] ?? letter)
    .replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
    .normalize('NFC')
}

// Letters that folding leaves as they are. Half of all words have no others.
const FOLDED = /^[a-z0-9ابتثجحخدذرزسشصضطظعغفقكلمنهوي]+$/

/** Takes one word, gives its folded letters and digits alone (P.A.C. → pac); may be empty. */
export function foldWord(word: string): string {
  return FOLDED.test(word) ? word : foldAny(word)
}

const foldAny = remembered((word) => fold(word).replace(/[^\p{L}\p{N}]+/gu, ''))

/** Takes a text, gives its words with their positions in it; French elisions are left out. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  WORDS.lastIndex = 0
  for (let match = WORDS.exec(text); match; match = WORDS.exec(text)) {
    const token = { surface: match[0], start: match.index, end: WORDS.lastIndex }
    if (foldWord(token.surface) !== '' && !isElision(text, token)) found.push(token)
  }
  return found
}

function isElision(text: string, { surface, end }: Token) {
  if (!APOSTROPHES.includes(text.charAt(end))) return false
  BEFORE_LETTER.lastIndex = end
  return BEFORE_LETTER.test(text) && ELISIONS.has(surface.toLowerCase())
}

function run(letter: string) {
  return `${letter}(?:${INSIDE}${letter})*\\p{M}*`
}
