import type { Db } from '#db/client.server.ts'
import { contentWords, type Term } from './match.server.ts'
import { nearWords, SHORTEST_CORRECTED } from './near.server.ts'
import { forms, phraseForm, prefixForms, queryForms } from './stem.server.ts'
import type { Part, Query } from './syntax.server.ts'
import { tokens } from './text.server.ts'
import { conceptsAt, type Label, type Thesaurus } from './thesaurus.server.ts'

/**
 * One way in which a row answers a part of the query: an FTS5 expression, how much it counts, the
 * words that it answers (their places in the plan), and how to mark it. `through` when it is another
 * name of what was typed.
 */
export type Needle = {
  match: string
  factor: number
  words: number[]
  marks: Term
  through?: Label
}

/** What is looked for, word by word, and the ways in which each may be found. */
export type Plan = {
  words: { typed: string; required: boolean }[]
  needles: Needle[]
  /** Rows that hold one of these are left out. */
  none: string[]
  /** All words side by side, as stems: worth more than the words apart. */
  together: string | null
  corrections: { typed: string; used: string[] }[]
  byBeginning: boolean
}

/** Whether the viewer finds anything by an FTS5 expression. */
export type Occurs = (match: string) => Promise<boolean>

const FACTOR = { sure: 1, maybe: 0.6, slip: 0.6, beginning: 0.5, concept: 0.75 }
const MOST_WORDS = 12
const MOST_CORRECTIONS = 5

/**
 * Makes of a query the plan by which it is looked for. `occurs` tells what this viewer may know of:
 * a word is corrected, or taken for a beginning, only when nothing that they may read has it.
 */
export async function makePlan(db: Db, query: Query, thesaurus: Thesaurus, occurs: Occurs) {
  const plan: Plan = { words: [], needles: [], none: [], together: null, corrections: [], byBeginning: false } // prettier-ignore
  const typed: Typed[] = []
  for (const alternatives of query.all) {
    const [first, ...others] = alternatives
    if (others.length > 0 || first!.phrase) addChoice(plan, alternatives)
    else typed.push(...wordsOf(first!))
  }
  await addWords({ db, plan, thesaurus, occurs }, telling(typed))
  plan.none = query.none.flatMap(matchPart)
  return plan
}

type Typed = { surface: string }
type Work = { db: Db; plan: Plan; thesaurus: Thesaurus; occurs: Occurs }

function wordsOf({ text }: Part): Typed[] {
  return tokens(text).map(({ surface }) => ({ surface }))
}

// Particles and lone letters are looked for only when nothing else is typed; nothing twice.
function telling(typed: Typed[]) {
  const surfaces = typed.map(({ surface }) => surface)
  const content = contentWords(surfaces).filter((surface) => !/^\p{L}$/u.test(surface))
  const chosen = content.length > 0 ? content : surfaces
  const unique = new Map(chosen.map((surface) => [forms(surface)[0] ?? '', surface]))
  return [...unique.values()].slice(0, MOST_WORDS)
}

// A phrase, or one of several: found or not, no more can be made of it.
function addChoice(plan: Plan, alternatives: Part[]) {
  const matches = alternatives.flatMap(matchPart)
  if (matches.length === 0) return
  const word = plan.words.push({ typed: alternatives[0]!.text, required: true }) - 1
  plan.needles.push({
    match: matches.map((match) => `(${match})`).join(' OR '),
    factor: FACTOR.sure,
    words: [word],
    marks: {
      exact: alternatives.flatMap((part) => wordsOf(part).flatMap((one) => formsFor(one, part))),
      prefixes: [],
    },
  })
}

function formsFor({ surface }: Typed, { phrase }: Part) {
  return phrase ? forms(surface).slice(0, 1) : queryForms(surface).sure
}

function matchPart(part: Part): string[] {
  const words = wordsOf(part)
  if (words.length === 0) return []
  if (part.phrase) return [`"${words.map((word) => formsFor(word, part)[0]).join(' ')}"`]
  return [words.map((word) => `(${anyOf(formsFor(word, part))})`).join(' AND ')]
}

async function addWords(work: Work, surfaces: string[]) {
  const { plan } = work
  const first = plan.words.length
  const read: string[] = []
  for (const [index, surface] of surfaces.entries()) {
    plan.words.push({ typed: surface, required: false })
    read.push(await addWord(work, surface, { at: first + index, isLast: index === surfaces.length - 1, read: surfaces })) // prettier-ignore
  }
  addConcepts(work, read, first)
  if (read.length > 1) plan.together = `"${read.map(phraseForm).join(' ')}"`
}

type Place = { at: number; isLast: boolean; read: string[] }

// Gives the word as it is understood: itself, or what it was probably meant to be.
async function addWord(work: Work, surface: string, { at, isLast, read }: Place) {
  const { plan, thesaurus, occurs } = work
  const { sure, maybe } = queryForms(surface)
  addNeedle(plan, sure, FACTOR.sure, at)
  if (maybe.length > 0) addNeedle(plan, maybe, FACTOR.maybe, at)
  if (await occurs(anyOf([...sure, ...maybe]))) return surface
  const index = read.indexOf(surface)
  const isNamed = read.some((_, from) => {
    const { length, concepts } = conceptsAt(thesaurus, read, from)
    return concepts.length > 0 && from <= index && index < from + length
  })
  if (isNamed) return surface
  const used = await corrections(work, surface)
  if (used.length > 0) {
    plan.corrections.push({ typed: surface, used })
    addNeedle(plan, used.flatMap((word) => queryForms(word).sure), FACTOR.slip, at) // prettier-ignore
    return used[0]!
  }
  if (isLast) addBeginning(plan, surface, at)
  return surface
}

async function corrections({ db, occurs }: Work, surface: string) {
  if ([...surface].length < SHORTEST_CORRECTED) return []
  const { slips } = await nearWords(db, surface)
  const used: string[] = []
  for (const word of slips.sort()) {
    if (used.length < MOST_CORRECTIONS && (await occurs(`"${word}"`))) used.push(word)
  }
  return used
}

function addBeginning(plan: Plan, surface: string, at: number) {
  const prefixes = prefixForms(surface)
  if (prefixes.length === 0) return
  plan.byBeginning = true
  plan.needles.push({
    match: prefixes.map((form) => `"${form}"*`).join(' OR '),
    factor: FACTOR.beginning,
    words: [at],
    marks: { exact: [], prefixes },
  })
}

function addNeedle(plan: Plan, exact: string[], factor: number, at: number) {
  plan.needles.push({ match: anyOf(exact), factor, words: [at], marks: { exact, prefixes: [] } })
}

// Other names of what was typed, one needle a language: the name that is shown is the first.
function addConcepts({ plan, thesaurus }: Work, read: string[], first: number) {
  for (let at = 0; at < read.length;) {
    const { length, concepts } = conceptsAt(thesaurus, read, at)
    const words = Array.from({ length }, (_, index) => first + at + index)
    const typed = read
      .slice(at, at + length)
      .map(phraseForm)
      .join(' ')
    const labels = concepts.flatMap((concept) => concept.labels)
    const others = labels.filter(({ phrase }) => phrase.join(' ') !== typed)
    for (const lang of new Set(others.map((label) => label.lang))) {
      plan.needles.push(needleFor(others.filter((label) => label.lang === lang), words)) // prettier-ignore
    }
    at += length
  }
}

function needleFor(labels: Label[], words: number[]): Needle {
  return {
    match: labels.map(({ phrase }) => `"${phrase.join(' ')}"`).join(' OR '),
    factor: FACTOR.concept,
    words,
    marks: { exact: labels.flatMap(({ phrase }) => phrase), prefixes: [] },
    through: labels[0],
  }
}

// Forms hold letters, digits and `_` only: no quote to escape, nothing FTS5 could read as syntax.
function anyOf(exact: string[]) {
  return exact.map((form) => `"${form}"`).join(' OR ')
}
