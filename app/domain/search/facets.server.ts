import type { Lang } from '#db/schema.ts'
import { LANGS } from '../languages.ts'
import { PRINCIPLES } from '../principles/principles.ts'
import type { Columns } from './columns.server.ts'
import { FACETS, type Facet } from './search.limits.ts'

/** What a search is narrowed to, each as it stands in the address. */
export type Filters = Partial<Record<Facet, string>> & {
  author?: string
  space?: string
  after?: string
}

/** How many results there are for each value of a facet, the most first. */
export type FacetCounts = Record<Facet, { value: string; count: number }[]>

type Test = (lead: number) => boolean

/**
 * Takes the leads that were found, gives those that pass every filter, and how many there are for
 * each value of each facet under the filters of the *other* facets: so each can be changed for
 * another of its values.
 */
export function narrow(columns: Columns, found: number[], filters: Filters) {
  const tests = FACETS.flatMap((facet, at) => {
    const value = filters[facet]
    return value === undefined ? [] : { at, test: testFor(columns, facet, value) }
  })
  const always = alwaysFor(columns, filters)
  const isNarrowed = tests.length > 0 || always !== undefined
  const passed: number[] = isNarrowed ? [] : found
  const failed: number[][] = FACETS.map(() => [])
  for (const lead of isNarrowed ? found : []) {
    if (always && !always(lead)) continue
    const at = failedBy(tests, lead)
    if (at === NONE) passed.push(lead)
    else failed[at]?.push(lead)
  }
  const counts = FACETS.map((facet, at) => {
    const counted = new Int32Array(valuesOf(columns, facet))
    for (const some of [passed, failed[at]!]) count(counted, columns, facet, some)
    return counted
  })
  return { passed, facets: named(columns, counts) }
}

const NONE = -1
const SEVERAL = -2

// The one facet whose filter a lead fails, by its place in `FACETS`.
function failedBy(tests: { at: number; test: Test }[], lead: number) {
  let failed = NONE
  for (const { at, test } of tests) {
    if (test(lead)) continue
    if (failed !== NONE) return SEVERAL
    failed = at
  }
  return failed
}

// The greatest number that stands for a value, and one.
function valuesOf({ names }: Columns, facet: Facet) {
  if (facet === 'principle') return PRINCIPLES.length
  if (facet === 'lang') return LANGS.length
  if (facet === 'files') return 2
  return facet === 'year' ? LAST_YEAR + 1 : names[facet].names.length
}

// As `practice.year` is limited.
const LAST_YEAR = 2100

function testFor(columns: Columns, facet: Facet, value: string): Test {
  const { leads, names } = columns
  const { facts } = leads
  if (facet === 'principle') return hasBit(leads.principles, PRINCIPLES.indexOf(value as never))
  if (facet === 'lang') return hasBit(leads.langs, LANGS.indexOf(value as Lang))
  if (facet === 'tag') {
    const tag = names.tag.find(value)
    return (lead) => leads.tags[lead]!.includes(tag)
  }
  const wanted = facet === 'year' || facet === 'files' ? Number(value) : names[facet].find(value)
  return (lead) => facts[facet][lead] === wanted
}

function hasBit(numbers: number[], bit: number): Test {
  return (lead) => bit >= 0 && ((numbers[lead]! >> bit) & 1) === 1
}

// Undefined when there is nothing to test.
function alwaysFor({ leads, names }: Columns, { author, space, after }: Filters): Test | undefined {
  if (author === undefined && space === undefined && after === undefined) return undefined
  const around = space === undefined ? undefined : names.space.find(space)
  return (lead) =>
    (author === undefined || leads.authors[lead]!.includes(author)) &&
    (around === undefined || leads.facts.space[lead] === around) &&
    (after === undefined || leads.at[lead]! >= after)
}

function count(counts: Int32Array, { leads }: Columns, facet: Facet, found: number[]) {
  if (facet === 'tag') {
    for (const lead of found) for (const tag of leads.tags[lead]!) counts[tag]!++
  } else if (facet === 'principle' || facet === 'lang') {
    countBits(counts, facet === 'lang' ? leads.langs : leads.principles, found)
  } else {
    const facts = leads.facts[facet]
    for (const lead of found) counts[facts[lead]!]!++
    counts[0] = 0
  }
}

// Each set of bits once: there are few of them, and many leads that have the same.
function countBits(counts: Int32Array, bits: number[], found: number[]) {
  const sets = new Int32Array(1 << counts.length)
  for (const lead of found) sets[bits[lead]!]!++
  for (const [set, amount] of sets.entries()) {
    for (let bit = 0; amount > 0 && set >> bit; bit++) counts[bit]! += ((set >> bit) & 1) * amount
  }
}

function named(columns: Columns, counts: Int32Array[]) {
  const entries = FACETS.map((facet, at) => {
    const values = [...counts[at]!.entries()]
      .filter(([, amount]) => amount > 0)
      .map(([number, amount]) => ({ value: nameOf(columns, facet, number), count: amount }))
    return [facet, values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))]
  })
  return Object.fromEntries(entries) as FacetCounts
}

function nameOf({ names }: Columns, facet: Facet, number: number) {
  if (facet === 'principle') return PRINCIPLES[number]!
  if (facet === 'lang') return LANGS[number]!
  if (facet === 'year' || facet === 'files') return String(number)
  return names[facet].names[number] ?? ''
}
