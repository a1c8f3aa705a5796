import { type Principle, PRINCIPLES } from '../principles/principles.ts'
import { contentWords } from './match.server.ts'
import { anyOf } from './needles.server.ts'
import type { Index } from './plan.server.ts'
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
  const subjects = await readSubjects(index, subjectsOf(index, own, of.title))
  const said = new Float64Array(seen.length)
  for (const { leads, weight } of subjects) for (const lead of leads) said[lead]! += weight
  const fewest = part * weightOf(subjects)
  const kinds = ['practice', 'tool'].map((kind) => columns.names.kind.find(kind))

  // A library may hold many thousands: nothing is made for each of them but a number.
  const likest = best((a, b) => at[a]! > at[b]!)
  for (let lead = 0; lead < seen.length; lead++) {
    if (!seen[lead] || !kinds.includes(facts.kind[lead]!)) continue
    if (said[lead]! < fewest || lead === own) continue
    let score = said[lead]! + (challenges.get(ids[lead]!) ?? 0)
    eachFact(index, own, lead, ({ weight }) => (score += weight))
    if (score > 0) likest.take(lead, score)
  }
  return likest.leads.map((lead) => {
    const [id, weight] = [ids[lead]!, challenges.get(ids[lead]!) ?? 0]
    const shared: Shared[] = subjects.filter(({ leads }) => leads.has(lead)).map(asShared)
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
  return { leads, take }
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

type Subject = { concept: Concept; leads: Set<number>; weight: number }

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

async function readSubjects({ db, columns, seen, total }: Index, concepts: Concept[]) {
  const lists = await readPostings(db, columns, concepts.map(namesOf), TITLED_OR_FILED)
  return concepts.map((concept, at): Subject => {
    const found = [...lists[at]!.rows].map((row) => columns.lead[row - columns.base] ?? -1)
    const leads = new Set(found.filter((lead) => seen[lead]))
    return { concept, leads, weight: WEIGHTS.subject * rarity(total, leads.size) }
  })
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
