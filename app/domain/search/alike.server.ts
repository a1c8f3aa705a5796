import { type Principle, PRINCIPLES } from '../principles/principles.ts'
import { contentWords } from './match.server.ts'
import { anyOf } from './needles.server.ts'
import type { Index } from './opened.server.ts'
import { readPostings } from './postings.server.ts'
import { rarity } from './rarity.server.ts'
import { bitsOf } from './row.server.ts'
import { tokens } from './text.server.ts'
import { type Concept, conceptsAt, type Thesaurus } from './thesaurus.server.ts'

/** What two items share: how much it tells, and what it is where it has names. */
export type Shared = {
  kind: 'challenge' | 'subject' | 'collectivity' | 'size' | 'region' | 'type' | 'principle'
  weight: number
  concept?: Concept
  principle?: Principle
}

/** An item and all that it shares with another. */
export type Alike = { id: string; at: string; collectivity: string | null; shared: Shared[] }

// A subject weighs by its rarity, which is 5 where one in a hundred has it. What is not rare by
// nature tells less: there are six principles and twelve regions.
const WEIGHTS = { subject: 1.5, collectivity: 2.5, region: 1, type: 0.5, principle: 0.4 }

const PLACES = [
  ['collectivity', 'collectivity'],
  ['region', 'region'],
  ['type', 'place'],
] as const

const MOST_SUBJECTS = 24

/** How many are told: enough for what is looked up of them afterwards to change their order. */
const MOST = 40

type Wanted = {
  /** How much the challenges tell that items share with it, by the items' ids. */
  challenges?: Map<string, number>
  /** The part of its subjects, by their weights, that they have to be about at least. */
  subjects?: number
}

/**
 * The practices and tools that the viewer may know of which share most with an item: subjects of its
 * title and its tags, where it comes from, principles. Takes the item's id and title; gives the likest
 * first, of equal ones the newest, and none for an item that the index does not hold.
 */
export async function listAlike(
  index: Index,
  of: { id: string; title: string },
  { challenges = new Map(), subjects: part = 0 }: Wanted = {},
): Promise<Alike[]> {
  const { columns, seen } = index
  const { facts, ids, place, at } = columns.leads
  const own = place.get(of.id) ?? -1
  if (!seen[own]) return []
  const { subjects, about, touched } = await readSubjects(index, subjectsOf(index, own, of.title))
  const linked = new Float64Array(seen.length)
  for (const [id, weight] of challenges) {
    const lead = place.get(id) ?? -1
    if (about[lead] === 0) touched.push(lead)
    linked[lead] = weight
  }
  const fewest = part * weightOf(subjects)
  const [practice, tool] = ['practice', 'tool'].map((kind) => columns.names.kind.find(kind))
  const shares = weighFacts(index, own)

  // A library may hold many thousands: nothing is made for each of them, and little is asked.
  const likest = best((a, b) => at[a]! > at[b]!)
  const look = (lead: number) => {
    const kind = facts.kind[lead]!
    if ((kind !== practice && kind !== tool) || !seen[lead] || lead === own) return
    const said = weightOfSubjects(subjects, about[lead]!)
    if (said < fewest) return
    const score = said + linked[lead]! + shares.of(lead)
    if (score > 0) likest.take(lead, score)
  }
  for (const lead of touched) look(lead)
  // The others share no more than facts, and are looked at only where that may be enough.
  if (fewest === 0 && likest.least() <= shares.most) {
    for (let lead = 0; lead < seen.length; lead++) {
      if (about[lead] === 0 && linked[lead] === 0) look(lead)
    }
  }
  return likest.leads.map((lead) => {
    const [id, weight] = [ids[lead]!, linked[lead]!]
    const shared = subjects.filter((_, bit) => (about[lead]! >> bit) & 1).map(asShared)
    eachFact(index, own, lead, (fact) => shared.push(fact))
    if (weight > 0) shared.push({ kind: 'challenge', weight })
    return { id, at: at[lead]!, collectivity: collectivityOf(index, id), shared }
  })
}

// Keeps the leads of the highest scores in order; of equal ones those that go before.
function best(goesBefore: (a: number, b: number) => boolean) {
  const leads: number[] = []
  const scores: number[] = []
  const isBetter = (lead: number, score: number, at: number) =>
    score > scores[at]! || (score === scores[at] && goesBefore(lead, leads[at]!))
  const take = (lead: number, score: number) => {
    if (leads.length === MOST && !isBetter(lead, score, MOST - 1)) return
    let at = leads.length
    while (at > 0 && isBetter(lead, score, at - 1)) at--
    leads.splice(at, 0, lead)
    scores.splice(at, 0, score)
    leads.splice(MOST)
    scores.splice(MOST)
  }
  const least = () => (leads.length === MOST ? scores[MOST - 1]! : 0)
  return { leads, take, least }
}

/** The code of the collectivity that an item of the index comes from. */
export function collectivityOf({ columns: { leads, names } }: Index, id: string) {
  const lead = leads.place.get(id)
  return lead === undefined ? null : names.collectivity.names[leads.facts.collectivity[lead]!]!
}

/** How much things tell together. */
export function weightOf(shared: { weight: number }[]) {
  return shared.reduce((sum, { weight }) => sum + weight, 0)
}

type Subject = { concept: Concept; weight: number }

// What it is filed under, and what its title says by a name that the thesaurus knows; several things
// of one name are one. Not places: those are told by where it comes from.
function subjectsOf(
  { columns: { leads, names }, thesaurus }: Index,
  own: number,
  title: string,
): Concept[] {
  const tags = leads.tags[own]!.flatMap((tag) => thesaurus.byId.get(names.tag.names[tag]!) ?? [])
  const words = contentWords(tokens(title).map(({ surface }) => surface))
  const said = namedIn({ ...thesaurus, places: new Map() }, words)
    .filter((concepts) => !concepts.some((one) => tags.includes(one)))
    .map(([first, ...others]) => ({
      id: first!.id,
      labels: [first!, ...others].flatMap(({ labels }) => labels),
    }))
  return [...tags, ...said].slice(0, MOST_SUBJECTS)
}

// The things of each name: of the longest there are, and of their words.
function namedIn(topics: Thesaurus, words: string[]) {
  const named: Concept[][] = []
  for (let at = 0; at < words.length;) {
    const { length, concepts } = conceptsAt(topics, words, at)
    named.push(concepts)
    for (let each = at; length > 1 && each < at + length; each++) {
      named.push(conceptsAt(topics, words, each, 1).concepts)
    }
    at += length
  }
  return named.filter((concepts) => concepts.length > 0)
}

// Gives the subjects, and for each lead which of them it is about: a bit each, of which there are enough;
// and the leads that are about any.
async function readSubjects({ db, columns, seen, total }: Index, concepts: Concept[]) {
  const lists = await readPostings(db, columns, concepts.map(namesOf), TITLED_OR_FILED)
  const about = new Int32Array(seen.length)
  const touched: number[] = []
  const subjects = concepts.map((concept, bit): Subject => {
    let count = 0
    for (const row of lists[bit]!.rows) {
      const lead = columns.lead[row - columns.base] ?? -1
      if (!seen[lead] || (about[lead]! >> bit) & 1) continue
      if (about[lead] === 0) touched.push(lead)
      about[lead]! |= 1 << bit
      count++
    }
    return { concept, weight: WEIGHTS.subject * rarity(total, count) }
  })
  return { subjects, about, touched }
}

function weightOfSubjects(subjects: Subject[], about: number) {
  let weight = 0
  for (let bit = 0; about >> bit; bit++) if ((about >> bit) & 1) weight += subjects[bit]!.weight
  return weight
}

const TITLED_OR_FILED = bitsOf('title', 'tags')

function namesOf({ labels }: Concept) {
  return anyOf(labels.map(({ phrase }) => phrase.join(' ')))
}

function asShared({ concept, weight }: Subject): Shared {
  return { kind: 'subject', weight, concept }
}

const PLACE_FACTS = PLACES.map(([kind, fact]) => ({
  fact,
  shared: { kind, weight: WEIGHTS[kind] },
}))
const PRINCIPLE_FACTS = PRINCIPLES.map((principle): Shared => {
  return { kind: 'principle', weight: WEIGHTS.principle, principle }
})

// What `eachFact` would tell, as a number alone; and the most that it can be.
function weighFacts({ columns: { leads } }: Index, own: number) {
  const { facts, principles } = leads
  const places = PLACE_FACTS.map(({ fact, shared }) => {
    return { facts: facts[fact], here: facts[fact][own]!, weight: shared.weight }
  }).filter(({ here }) => here > 0)
  const of = (lead: number) => {
    let weight = 0
    for (const place of places) if (place.facts[lead] === place.here) weight += place.weight
    for (let both = principles[own]! & principles[lead]!; both; both &= both - 1) {
      weight += WEIGHTS.principle
    }
    return weight
  }
  return { of, most: of(own) }
}

function eachFact(
  { columns: { leads } }: Index,
  own: number,
  lead: number,
  tell: (fact: Shared) => void,
) {
  // prettier-ignore
  const { facts, principles } = leads
  for (const { fact, shared } of PLACE_FACTS) {
    const here = facts[fact][own]!
    if (here > 0 && here === facts[fact][lead]) tell(shared)
  }
  const both = principles[own]! & principles[lead]!
  for (let bit = 0; both >> bit; bit++) if ((both >> bit) & 1) tell(PRINCIPLE_FACTS[bit]!)
}
