import { forms, phraseForm, prefixForms, queryForms } from './stem.server.ts'
import { foldWord, type Token, tokens } from './text.server.ts'
import { isStopWord } from './words.server.ts'

/** What a query word looks for: any of `exact`, or a form beginning with one of `prefixes`. */
export type Term = { exact: string[]; prefixes: string[] }

/**
 * The tokenizer of every FTS5 table that holds `indexText`. Words arrive folded and split:
 * `ascii` only cuts at the spaces between them, where `unicode61` has its own idea of a letter.
 */
export const SEARCH_TOKENIZER = "ascii tokenchars '_'"

const MOST_WORDS = 12
const LONGEST_QUERY = 2000

/**
 * Takes a text, gives what an FTS5 column holds of it: its words in their order, then the stems
 * that stand for them in a phrase in the same order, then each further form once.
 */
export function indexText(text: string): string {
  const surfaces = tokens(text).map(({ surface }) => surface)
  const words = surfaces.map((surface) => forms(surface)[0] ?? '')
  const phrase = contentWords(surfaces).map(phraseForm)
  const said = new Set([...words, ...phrase])
  const others = new Set([...new Set(surfaces)].flatMap(forms))
  return [...words, ...phrase, ...[...others].filter((form) => !said.has(form))].join(' ')
}

/** Takes words as written, gives them without the particles that tell nothing. */
export function contentWords(surfaces: string[]): string[] {
  return surfaces.filter((surface) => !isStopWord(surface, foldWord(surface)))
}

/**
 * Takes what a person typed, gives an FTS5 MATCH expression that finds every word of it, or null
 * when there is none. The last word also matches as a beginning, unless `prefix` is false.
 */
export function matchQuery(input: string, { prefix = true } = {}): string | null {
  return matchTerms(input, { prefix }).join(' AND ') || null
}

/** The same, one expression for each word of the query: for asking where a word was found. */
export function matchTerms(input: string, { prefix = true } = {}): string[] {
  return queryTerms(input, { prefix }).map((term) => `(${alternatives(term).join(' OR ')})`)
}

/** Takes what a person typed, gives the terms `matchQuery` looks for, in order, at most twelve. */
export function queryTerms(input: string, { prefix = true } = {}): Term[] {
  const words = searchedWords(tokens(input.slice(0, LONGEST_QUERY)))
  return words.map((surface, index) => ({
    exact: Object.values(queryForms(surface)).flat(),
    prefixes: prefix && index === words.length - 1 ? prefixForms(surface) : [],
  }))
}

// Particles and lone letters (الـ, «de», the s of citizen's) are searched only when nothing else is.
function searchedWords(found: Token[]) {
  const words = new Map(found.map(({ surface }) => [foldWord(surface), surface]))
  const telling = [...words].filter(
    ([word, surface]) => !isStopWord(surface, word) && !/^\p{L}$/u.test(word),
  )
  const chosen = telling.length > 0 ? telling : [...words]
  return chosen.slice(0, MOST_WORDS).map(([, surface]) => surface)
}

function alternatives({ exact, prefixes }: Term) {
  return [...exact.map(quoted), ...prefixes.map((form) => `${quoted(form)}*`)]
}

// Forms hold letters, digits and `_` only: no quote to escape, nothing FTS5 could read as syntax.
function quoted(form: string) {
  return `"${form}"`
}
