import { type Principle, PRINCIPLES } from '../principles/principles.ts'
import { contentWords } from './match.server.ts'
import { isOfKind } from './columns.server.ts'
import { anyOf } from './needles.server.ts'
import type { Index } from './plan.server.ts'
import { readLists } from './postings.server.ts'
import { rarity } from './rank.server.ts'
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

/** An item and all that it shares with another; `subjects` is the part of the other's subjects. */
export type Alike = {
  id: string
  at: string
  collectivity: string | null
  shared: Shared[]
  subjects: number
}

// A subject weighs by its rarity, which is 5 where one in a hundred has it. What is not rare by
// nature tells less: there are six principles and twelve regions.
const WEIGHTS = { subject: 1.5, collectivity: 2.5, region: 1, type: 0.5, principle: 0.4 }

const PLACES = [
  ['collectivity', 'collectivity'],
  ['region', 'region'],
  ['type', 'place'],
] as const

const MOST_SUBJECTS = 24

/**
 * All practices and tools that the viewer may know of, with what each shares with an item: subjects
 * of its title and its tags, where it comes from, principles. Takes the item's id and title; gives
 * them not in order, and none for an item that the index does not hold.
 */
export async function listAlike(index: Index, of: { id: string; title: string }): Promise<Alike[]> {
  const { columns, seen } = index
  const own = columns.leads.place.get(of.id) ?? -1
  if (!seen[own]) return []
  const subjects = await readSubjects(index, subjectsOf(index, own, of.title))
  const found: Alike[] = []
  for (let lead = 0; lead < seen.length; lead++) {
    if (lead === own || !seen[lead] || !isOfKind(columns, lead, ['practice', 'tool'])) continue
    const said = subjects.filter(({ leads }) => leads.has(lead))
    const shared = [...said.map(asShared), ...sharedFacts(index, own, lead)]
    const part = said.length > 0 ? weightOf(said) / weightOf(subjects) : 0
    found.push({ ...whatIs(index, lead), shared, subjects: part })
  }
  return found
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
  const lists = await readLists(db, concepts.map(namesOf))
  return concepts.map((concept, at): Subject => {
    const { rows, columns: said } = lists[at]!
    const found = [...rows.filter((_, each) => said[each]! & TITLED_OR_FILED)].map(
      (row) => columns.lead[row - columns.base] ?? -1,
    )
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

function sharedFacts({ columns: { leads } }: Index, own: number, lead: number): Shared[] {
  const { facts, principles } = leads
  const shared: Shared[] = []
  for (const [kind, fact] of PLACES) {
    const here = facts[fact][own]!
    if (here > 0 && here === facts[fact][lead]) shared.push({ kind, weight: WEIGHTS[kind] })
  }
  const both = principles[own]! & principles[lead]!
  for (let bit = 0; both >> bit; bit++) {
    if (!((both >> bit) & 1)) continue
    shared.push({ kind: 'principle', weight: WEIGHTS.principle, principle: PRINCIPLES[bit] })
  }
  return shared
}

function whatIs(index: Index, lead: number) {
  const { ids, at } = index.columns.leads
  return { id: ids[lead]!, at: at[lead]!, collectivity: collectivityOf(index, ids[lead]!) }
}
