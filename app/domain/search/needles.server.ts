import { withoutArticle } from './arabic.server.ts'
import type { Term } from './match.server.ts'
import type { Postings } from './postings.server.ts'
import { guessedPhraseForms, guessOf, phraseForm, queryForms } from './stem.server.ts'
import { foldWord, tokens } from './text.server.ts'
import { type Concept, conceptsAt, type Label, type Thesaurus } from './thesaurus.server.ts'

/**
 * One way in which a row answers a part of the query: an FTS5 expression, how much it counts, the
 * words that it answers (their places in the plan), how to mark it, and the rows it finds. `through`
 * when it is another name of what was typed, `close` when it is a name of something else of its field.
 */
export type Needle = {
  match: string
  factor: number
  words: number[]
  marks: Term
  through?: Label
  close?: boolean
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
  /** Of a name of which what was typed is not the first meaning, as a part. */
  secondary: 0.7,
  guess: 0.4,
  close: 0.15,
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
  return namedIn(thesaurus, read).flatMap(({ concepts, at, length }) => {
    if (concepts.length === 0) return guessed(thesaurus, read, { first, at, length })
    return needlesFor(concepts, read, { first, at, length })
  })
}

/**
 * What belongs to the same fields of work as what was typed, one needle a field. Takes what
 * `conceptsIn` does.
 */
export function closeTo(thesaurus: Thesaurus, read: string[], first: number): Unread[] {
  return namedIn(thesaurus, read).flatMap(({ concepts, at, length }) => {
    const words = Array.from({ length }, (_, index) => first + at + index)
    const meant = mostlyMeant(concepts, read.slice(at, at + length))
    // Of what is nothing's first name, what is close to its second meanings: better than nothing.
    const [near, part] = meant.length > 0 ? [meant, 1] : [concepts, FACTOR.secondary]
    const fields = new Set(near.flatMap(({ id }) => thesaurus.fields.get(id) ?? []))
    return [...fields].map((names) => {
      const { through: _, ...one } = needleFor(names, words, FACTOR.close * part)
      return { ...one, close: true }
    })
  })
}

// The longest names first, then those of their words.
function namedIn(thesaurus: Thesaurus, read: string[]) {
  const named: { concepts: Concept[]; at: number; length: number }[] = []
  for (let at = 0; at < read.length; at += named.at(-1)!.length) {
    named.push({ at, ...conceptsAt(thesaurus, read, at) })
  }
  const words = named.flatMap(({ at, length }) =>
    length === 1 ? [] : Array.from({ length }, (_, index) => at + index),
  )
  const more = words.map((at) => ({ at, ...conceptsAt(thesaurus, read, at, 1) }))
  return [...named, ...more.filter(({ concepts }) => concepts.length > 0)]
}

// What the word may stand for where it has no name itself: «نشارك» for «مشاركة», voting for vote.
function guessed({ concepts }: Thesaurus, read: string[], span: Span): Unread[] {
  const forms = guessedPhraseForms(read[span.at]!)
  const found = new Set(forms.flatMap((form) => concepts.get(form) ?? []))
  return needlesFor([...found], read, span).map((one) => ({ ...one, factor: FACTOR.guess }))
}

type Span = { first: number; at: number; length: number }

function needlesFor(concepts: Concept[], read: string[], { first, at, length }: Span): Unread[] {
  const words = Array.from({ length }, (_, index) => first + at + index)
  const said = read.slice(at, at + length)
  const typed = said.map(phraseForm).join(' ')
  const factor = length > 1 ? FACTOR.name : FACTOR.translation
  const meant = mostlyMeant(concepts, said)
  const names = namesOf(meant, typed)
  const known = new Set(names.map(({ phrase }) => phrase.join(' ')))
  const others = namesOf(
    concepts.filter((one) => !meant.includes(one)),
    typed,
  ).filter(({ phrase }) => !known.has(phrase.join(' ')))
  return [
    ...byLanguage(names, words, factor),
    ...byLanguage(others, words, factor * FACTOR.secondary),
  ]
}

// What is called so first of all, letter by letter if anything is: «vote» is more a vote than an adoption,
// and «filles» are no «fill».
function mostlyMeant(concepts: Concept[], said: string[]) {
  const typed = said.map(phraseForm).join(' ')
  const letters = lettersOf(said.join(' '))
  const called = (concept: Concept) =>
    concept.labels.filter(({ phrase }) => phrase.join(' ') === typed)
  const exact = concepts.filter((one) =>
    called(one).some(({ text }) => lettersOf(text) === letters),
  )
  const close = exact.length > 0 ? exact : concepts
  return close.filter((one) => called(one).some(({ first }) => first))
}

// As words are compared letter by letter: without articles and the ending of a plural.
function lettersOf(text: string) {
  return tokens(text)
    .map(({ surface }) => foldWord(surface))
    .map((word) => (withoutArticle(word)[0] ?? word).replace(/(?<=[a-z]{3})[sx]$/, ''))
    .join(' ')
}

function namesOf(concepts: Concept[], typed: string) {
  return concepts
    .flatMap(({ labels }) => labels)
    .filter(({ phrase }) => phrase.join(' ') !== typed)
    .slice(0, MOST_LABELS)
}

function byLanguage(labels: Label[], words: number[], factor: number) {
  const langs = [...new Set(labels.map(({ lang }) => lang))]
  return langs.map((one) => {
    const own = labels.filter(({ lang }) => lang === one)
    return needleFor(own, words, factor)
  })
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
