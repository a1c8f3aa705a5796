import type { Term } from './match.server.ts'
import type { Postings } from './postings.server.ts'
import { guessOf, phraseForm, queryForms } from './stem.server.ts'
import { type Concept, conceptsAt, type Label, type Thesaurus } from './thesaurus.server.ts'

/**
 * One way in which a row answers a part of the query: an FTS5 expression, how much it counts, the
 * words that it answers (their places in the plan), how to mark it, and the rows it finds. `through`
 * when it is another name of what was typed.
 */
export type Needle = {
  match: string
  factor: number
  words: number[]
  marks: Term
  through?: Label
  postings: Postings
}

/** A needle before the index was asked. */
export type Unread = Omit<Needle, 'postings'>

/** How much a way counts: one's own word first, guesses and other names after it. */
export const FACTOR = {
  word: 1,
  stem: 0.9,
  maybe: 0.6,
  slip: 0.6,
  beginning: 0.5,
  name: 0.85,
  translation: 0.72,
}

const MOST_LABELS = 60

/** The ways to find a word as it is: itself, its stems, what it may be. Takes its place in the plan. */
export function needlesOf(surface: string, at: number): Unread[] {
  const { word, sure, maybe } = queryForms(surface)
  const ways: [string[], number][] = [
    [word, FACTOR.word],
    [sure, FACTOR.stem],
    [maybe, FACTOR.maybe],
  ]
  return ways
    .filter(([exact]) => exact.length > 0)
    .map(([exact, factor]) => needle(exact, factor, at))
}

/** One way to find a word: any of these forms. */
export function needle(exact: string[], factor: number, at: number): Unread {
  return { match: anyOf(exact), factor, words: [at], marks: { exact, prefixes: [] } }
}

/**
 * Other names of what was typed, one needle a language: of the whole of a name, and of its words.
 * Takes the words as they are understood, and the place of the first in the plan.
 */
export function conceptsIn(thesaurus: Thesaurus, read: string[], first: number): Unread[] {
  const needles: Unread[] = []
  for (let at = 0; at < read.length;) {
    const { length, concepts } = conceptsAt(thesaurus, read, at)
    needles.push(...needlesFor(concepts, read, { first, at, length }))
    if (length > 1) {
      for (let each = at; each < at + length; each++) {
        const word = conceptsAt(thesaurus, read, each, 1)
        needles.push(...needlesFor(word.concepts, read, { first, at: each, length: 1 }))
      }
    }
    at += length
  }
  return needles
}

type Span = { first: number; at: number; length: number }

function needlesFor(concepts: Concept[], read: string[], { first, at, length }: Span): Unread[] {
  const words = Array.from({ length }, (_, index) => first + at + index)
  const typed = read
    .slice(at, at + length)
    .map(phraseForm)
    .join(' ')
  const labels = concepts.flatMap((concept) => concept.labels)
  const others = labels.filter(({ phrase }) => phrase.join(' ') !== typed).slice(0, MOST_LABELS)
  const factor = length > 1 ? FACTOR.name : FACTOR.translation
  return [...new Set(others.map(({ lang }) => lang))].map(
    (lang) =>
    needleFor(others.filter((label) => label.lang === lang), words, factor), // prettier-ignore
  )
}

// The name that is shown for it is the first.
function needleFor(labels: Label[], words: number[], factor: number): Unread {
  return {
    match: anyOf(labels.flatMap(formsOf)),
    factor,
    words,
    marks: { exact: labels.flatMap(({ phrase }) => phrase), prefixes: [] },
    through: labels[0],
  }
}

// A lone Arabic word may stand behind a particle: «لتعاونيات», where the index only guesses at it.
function formsOf({ lang, phrase }: Label) {
  const whole = phrase.join(' ')
  return lang === 'ar' && phrase.length === 1 ? [whole, guessOf(whole)] : [whole]
}

/**
 * An FTS5 expression for any of these forms. They hold letters, digits and `_` only: no quote to
 * escape, nothing FTS5 could read as syntax. It reads the list of each one anew: none is asked for
 * twice, nor a phrase of which a word is asked for alone.
 */
export function anyOf(exact: string[]) {
  const forms = new Set(exact)
  const isFound = (form: string) =>
    form.includes(' ') && form.split(' ').some((one) => forms.has(one))
  return [...forms]
    .filter((form) => !isFound(form))
    .map((form) => `"${form}"`)
    .join(' OR ')
}
