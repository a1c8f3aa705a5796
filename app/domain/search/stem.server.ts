import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { arabicStem, arabicStems, type Stems, withoutArticle } from './arabic.server.ts'
import { bySound, tifinaghInLatin } from './amazigh.server.ts'
import { remembered } from '#app/domain/remember.ts'
import { fold, foldWord } from './text.server.ts'
import { isStopWord, isWrittenAsStopWord, LATIN_FAMILIES } from './words.server.ts'

type Reading = { word: string; stems: Stems }

const NO_STEMS: Stems = { sure: [], maybe: [] }
const LONGEST_WORD = 64

// No surface holds `_`, so a stem never meets a whole word by accident.
const SURE = '_'
const MAYBE = '__'
const SOUND = '___'

/** Takes a word as written, gives what the index holds for it: the folded word, `_` its stems. */
export const forms = remembered((surface): readonly string[] => formsOf(read(surface)))

/**
 * Takes a word as written, gives the one stem that stands for it in a phrase, with its mark; the
 * word itself when it has no other. The same for all the forms that inflection gives a word.
 */
export const phraseForm = remembered((surface) => phraseOf(wordOf(surface)))

function formsOf(readings: Reading[]) {
  return unique(
    readings.flatMap(({ word, stems }) => [
      word,
      ...marked(SURE, stems.sure),
      ...marked(MAYBE, stems.maybe),
      ...(isTifinagh(word) ? [SOUND + bySound(tifinaghInLatin(word))] : []),
    ]),
  )
}

function phraseOf(word: string) {
  if (isArabic(word)) return SURE + arabicStem(word)
  if (isTifinagh(word)) return SURE + tifinaghStem(word)
  if (!/^[a-z]{3,}$/.test(word)) return SURE + word
  return SURE + (LATIN_FAMILIES.get(word) ?? withoutY(french(plainForm(word))))
}

// The French stemmer leaves the plurals «élus», «emplois» and «conflits» (or `workers`) as they are, feminine
// words of people, and without its accent «isolées».
const ENDINGS: [RegExp, string][] = [
  [/(?<=..[aiou])s$/, ''],
  [/(?<=...[rt])s$/, ''],
  [/(?<=....)ees?$/, 'e'],
  [/(?<=..)trices?$/, 'teur'],
  [/(?<=..)ieres?$/, 'ier'],
  [/(?<=..[ts])ives?$/, 'if'],
]

function plainForm(word: string) {
  const [ending, instead] = ENDINGS.find(([one]) => one.test(word)) ?? []
  return ending ? word.replace(ending, instead!) : word
}

/**
 * Takes a word that has no name of its own, gives the stems that it may stand for in one: behind a
 * particle, before a pronoun, conjugated; in an English form that French does not have; curer of curage.
 */
export function guessedPhraseForms(surface: string): string[] {
  const word = wordOf(surface)
  if (isArabic(word)) return marked(SURE, arabicStems(word).maybe)
  if (!/^[a-z]{4,}$/.test(word)) return []
  return unique([english(word), word.replace(/(?<=...)(?:ages?|ent)$/, 'er')].map(phraseOf))
}

// The French stemmer makes «librar» of libraries, and leaves library as it is.
function withoutY(stem: string) {
  return stem.replace(/(?<=..[^aeiouy])y$/, '')
}

/** Takes a phrase form, gives what the index holds where the same stem is only guessed at. */
export function guessOf(form: string): string {
  return MAYBE + form.slice(SURE.length)
}

/** What a word of a query looks for, the surest first; every form is one of the index. */
export type QueryForms = { word: string[]; sure: string[]; maybe: string[] }

/**
 * Takes a word of a query, gives the index forms that answer it: the word itself, stems that
 * surely stand for it, and guesses. Two guesses never answer each other: a `maybe` stem only meets a `sure` one.
 */
export function queryForms(surface: string): QueryForms {
  const readings = read(surface)
  const word = readings.map((one) => one.word)
  const sure = readings.flatMap(({ stems }) => marked(SURE, stems.sure))
  const maybe = readings.flatMap(({ word: one, stems }) => [
    ...marked(MAYBE, stems.sure),
    ...marked(SURE, stems.maybe),
    ...soundsOf(one),
    ...shortened(one),
  ])
  return { word: unique(word), sure: unique(sure), maybe: unique(maybe) }
}

// Of a Latin word with less of it left, the stem is as well that of others: «petit» of «petittion».
const TELLING = 0.7

/** Whether the stems of a word of a query say which word it was. */
export function hasTellingStem(surface: string) {
  return read(surface).some(
    ({ word, stems }) =>
      !/^[a-z]/.test(word) || stems.sure.some((stem) => stem.length >= TELLING * word.length),
  )
}

// Amazigh is written in two alphabets: what is typed in one also looks for the other.
function soundsOf(word: string) {
  if (isTifinagh(word)) return [tifinaghInLatin(word)]
  return /^[a-z]{4,}$/.test(word) ? [SOUND + bySound(word)] : []
}

// What phrases hold of a Latin word may be less than half of it: «inond» of inondation.
function shortened(word: string) {
  return /^[a-z]{3,}$/.test(word) ? [phraseForm(word)] : []
}

/** Takes an unfinished word of a query, gives the beginnings of the index forms it may become. */
export function prefixForms(surface: string): string[] {
  return unique(
    read(surface)
      .map(({ word }) => word)
      .filter((word) => word.length >= 2)
      .flatMap((word) => [word, ...(isArabic(word) ? arabicPrefixes(word) : [])]),
  )
}

// Behind an article or a particle the word as typed only begins a stem.
function arabicPrefixes(word: string) {
  const bases = [word, ...withoutArticle(word)].filter((base) => base.length >= 3)
  return [...marked(SURE, bases), ...marked(MAYBE, bases)]
}

function read(surface: string): Reading[] {
  const parts = /^\p{L}{1,2}[-'’ʼ](.+)$/u.exec(surface)
  return [surface, ...(parts?.[1] ? [parts[1]] : [])]
    .map((part) => ({ part, word: wordOf(part) }))
    .filter(({ word }) => word !== '')
    .map(({ part, word }) => ({ word, stems: stemsOf(part, word) }))
}

// «أمام» keeps its hamza, by which it is no imam; «امام», as on a telephone, may be either.
function wordOf(surface: string) {
  if (isWrittenAsStopWord(surface)) return surface
  return foldWord(surface).slice(0, LONGEST_WORD)
}

function stemsOf(surface: string, word: string): Stems {
  if (isStopWord(surface, word)) return NO_STEMS
  if (/^[a-z]{3,}$/.test(word)) return { sure: latinStems(surface, word), maybe: infinitive(word) }
  if (isArabic(word)) return arabicStems(word)
  if (isTifinagh(word)) return { sure: [tifinaghStem(word)], maybe: [] }
  return NO_STEMS
}

// The French stemmer knows «municipalité» and not «municipalite»: both are indexed. A stem that is
// but half of the word says too little: then it is only made singular.
function latinStems(surface: string, word: string) {
  const family = LATIN_FAMILIES.get(word)
  if (family) return [family]
  const stems = [...accented(surface, word), french(word), english(word)]
  const singular = word.replace(/s$/, '')
  const kept = stems.filter((stem) => stem.length >= 3 && stem.length * 2 > singular.length)
  return kept.length > 0 ? unique(kept) : [singular]
}

// «Réparent» as «réparer», which the French stemmer does not know for a verb: it may be «président».
function infinitive(word: string) {
  if (!/(?<!m)ent$/.test(word) || word.length < 7) return []
  return [french(word.replace(/ent$/, 'er'))]
}

function accented(surface: string, word: string) {
  const written = surface.normalize('NFC').toLowerCase().replaceAll('œ', 'oe')
  const letters = written.replace(/[^\p{L}]/gu, '')
  return letters === word ? [] : [fold(french(letters))]
}

// The construct state changes the first vowel (ⴰⵎⴰⵏ, ⵡⴰⵎⴰⵏ; ⵜⴰⵎⵏⴰⴹⵜ, ⵜⵎⵏⴰⴹⵜ): without it both agree.
function tifinaghStem(word: string) {
  const bare = word.replace(/^ⵜ[ⴰⵉⵓ](?=.{2})/, 'ⵜ')
  return bare === word ? word.replace(/^(?:ⵡ[ⴰⵓ]?|ⵢⵉ?|[ⴰⵉⵓ])(?=.{2})/, '') : bare
}

function isArabic(word: string) {
  return /^\p{Script=Arabic}+$/u.test(word)
}

function isTifinagh(word: string) {
  return /^[ⴰ-ⵧ]+$/.test(word)
}

function marked(mark: string, stems: string[]) {
  return stems.map((stem) => mark + stem)
}

function unique(words: string[]) {
  return [...new Set(words)]
}
