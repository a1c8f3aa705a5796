import { corrections, partsOf } from './corrections.server.ts'
import { contentWords } from './match.server.ts'
import { anyOf, closeTo, conceptsIn, FACTOR, type Needle, needle, needlesOf, type Unread } from './needles.server.ts' // prettier-ignore
import { occurs } from './occurring.server.ts'
import type { Index } from './opened.server.ts'
import { readPostings } from './postings.server.ts'
import { bitsOf } from './row.server.ts'
import { forms, hasTellingStem, phraseForm, prefixForms, queryForms } from './stem.server.ts'
import type { Part, Query } from './syntax.server.ts'
import { tokens } from './text.server.ts'
import { conceptsAt } from './thesaurus.server.ts'

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

const MOST_WORDS = 12

// Of what so many speak of, nobody needs what is only close to it.
const MANY = 40

// What lies close is spoken of: a place that is called so is none of it.
const SAID = bitsOf('title', 'tags', 'summary', 'body')

/**
 * Makes of a query the plan by which it is looked for. A word is corrected, or taken for a beginning,
 * only when nothing that this viewer may read has it.
 */
export async function makePlan(index: Index, query: Query): Promise<Plan> {
  const plan: Plan = { words: [], needles: [], none: [], together: null, corrections: [], byBeginning: false } // prettier-ignore
  const typed: Typed[] = []
  const choices: Unread[] = []
  for (const alternatives of query.all) {
    const [first, ...others] = alternatives
    if (others.length > 0 || first!.phrase) choices.push(...choiceOf(plan, alternatives))
    else typed.push(...wordsOf(first!))
  }
  await addNeedles(index, plan, choices)
  await addWords({ index, plan }, telling(typed))
  plan.none = query.none.flatMap(matchPart)
  return plan
}

type Typed = { surface: string }
type Work = { index: Index; plan: Plan }

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
function choiceOf(plan: Plan, alternatives: Part[]): Unread[] {
  const matches = alternatives.flatMap(matchPart)
  if (matches.length === 0) return []
  const word = plan.words.push({ typed: alternatives[0]!.text, required: true }) - 1
  const exact = alternatives.flatMap((part) => wordsOf(part).flatMap((one) => formsFor(one, part)))
  const match = matches.map((one) => `(${one})`).join(' OR ')
  return [{ match, factor: FACTOR.word, words: [word], marks: { exact, prefixes: [] } }]
}

function formsFor({ surface }: Typed, { phrase }: Part) {
  if (phrase) return forms(surface).slice(0, 1)
  return exactForms(surface)
}

function exactForms(surface: string) {
  const { word, sure } = queryForms(surface)
  return [...word, ...sure]
}

function matchPart(part: Part): string[] {
  const words = wordsOf(part)
  if (words.length === 0) return []
  if (part.phrase) return [`"${words.map((word) => formsFor(word, part)[0]).join(' ')}"`]
  return [words.map((word) => `(${anyOf(formsFor(word, part))})`).join(' AND ')]
}

async function addWords(work: Work, surfaces: string[]) {
  const { index, plan } = work
  const first = plan.words.length
  for (const surface of surfaces) plan.words.push({ typed: surface, required: false })
  const own = surfaces.flatMap((surface, at) => needlesOf(surface, first + at))
  const read = await addNeedles(index, plan, own)
  const understood = [...surfaces]
  for (const [at, surface] of surfaces.entries()) {
    const found = read.filter(
      ({ words, postings }) => words[0] === first + at && occurs(index, postings),
    )
    if (isKnown(surface, found) || isNamed(work, surfaces, at)) continue
    const isLast = at === surfaces.length - 1 && found.length === 0
    understood[at] = await makeOut(work, surface, { at: first + at, isLast })
  }
  await addNeedles(index, plan, conceptsIn(index.thesaurus, understood, first))
  const close = closeTo(index.thesaurus, understood, first)
  const wanted = close.filter(({ words }) => words.some((word) => isRare(index, plan, word)))
  await addNeedles(index, plan, wanted, SAID)
  if (understood.length > 1) plan.together = `"${understood.map(phraseForm).join(' ')}"`
}

function isRare({ columns, seen }: Index, { needles }: Plan, word: number) {
  const leads = new Set<number>()
  for (const { postings, words } of needles) {
    if (!words.includes(word)) continue
    for (const row of postings.rows) {
      const lead = columns.lead[row - columns.base] ?? -1
      if (lead >= 0 && seen[lead]) leads.add(lead)
      if (leads.size === MANY) return false
    }
  }
  return true
}

function isKnown(surface: string, found: Needle[]) {
  return found.some(({ factor }) => factor === FACTOR.word || hasTellingStem(surface))
}

async function addNeedles(index: Index, plan: Plan, needles: Unread[], where?: number) {
  const matches = needles.map(({ match }) => match)
  const postings = await readPostings(index.db, index.columns, matches, where)
  const read = needles.map((one, at) => ({ ...one, postings: postings[at]! }))
  plan.needles.push(...read)
  return read
}

// Part of a name that the thesaurus knows is no mistake, even where nothing has it.
function isNamed({ index: { thesaurus } }: Work, surfaces: string[], at: number) {
  return surfaces.some((_, from) => {
    const { length, concepts } = conceptsAt(thesaurus, surfaces, from)
    return concepts.length > 0 && from <= at && at < from + length
  })
}

// Gives the word as it is understood: what it was probably meant to be, else itself.
async function makeOut(
  work: Work,
  surface: string,
  { at, isLast }: { at: number; isLast: boolean },
) {
  const { index, plan } = work
  const used = await corrections(index, surface)
  if (used.length > 0) {
    plan.corrections.push({ typed: surface, used })
    // What its stem finds belongs to another word.
    plan.needles = plan.needles.filter(({ words }) => !words.includes(at))
    const maybe = used.flatMap((word) => queryForms(word).maybe)
    const ways = [needle(used.flatMap(exactForms), FACTOR.slip, at)]
    if (maybe.length > 0) ways.push(needle(maybe, FACTOR.slip * FACTOR.maybe, at))
    await addNeedles(index, plan, ways)
    return used[0]!
  }
  const prefixes = isLast ? prefixForms(surface) : []
  if (prefixes.length > 0) {
    const match = prefixes.map((form) => `"${form}"*`).join(' OR ')
    const marks = { exact: [], prefixes }
    const way = { match, factor: FACTOR.beginning, words: [at], marks }
    const [begun] = await addNeedles(index, plan, [way])
    plan.byBeginning = occurs(index, begun!.postings)
    if (plan.byBeginning) return surface
  }
  const parts = await partsOf(index, surface)
  if (parts.length === 0) return surface
  plan.corrections.push({ typed: surface, used: [parts.join(' ')] })
  const said = contentWords(parts)
  const ways = said.map((part) => needle(exactForms(part), FACTOR.slip, at))
  await addNeedles(index, plan, ways)
  return said.sort((a, b) => b.length - a.length)[0]!
}
