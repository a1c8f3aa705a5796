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
export function narrow(columns: Columns, found: Int32Array, filters: Filters) {
  const tests = FACETS.flatMap((facet, at) => {
    const value = filters[facet]
    return value === undefined ? [] : { at, test: testFor(columns, facet, value) }
  })
  const always = alwaysFor(columns, filters)
  const isNarrowed = tests.length > 0 || always !== undefined
  const failed: number[][] = FACETS.map(() => [])
  const passes = (lead: number) => {
    if (always && !always(lead)) return false
    const at = failedBy(tests, lead)
    failed[at]?.push(lead)
    return at === NONE
  }
  const passed = isNarrowed ? thoseThat(passes, found) : found
  const counts = FACETS.map((facet, at) => {
    const counted = new Int32Array(valuesOf(columns, facet))
    for (const some of [passed, failed[at]!]) count(counted, columns, facet, some)
    return counted
  })
  return { passed, facets: named(columns, counts) }
}

/** The numbers of all leads. */
export function everyLead({ leads }: Columns) {
  const numbers = new Int32Array(leads.ids.length)
  for (let lead = 0; lead < numbers.length; lead++) numbers[lead] = lead
  return numbers
}

/** Those of some leads that pass a test, in their order. The array's own filter takes eight times as long. */
export function thoseThat(test: Test, leads: Int32Array): Int32Array {
  const passed = new Int32Array(leads.length)
  let count = 0
  for (let at = 0; at < leads.length; at++) if (test(leads[at]!)) passed[count++] = leads[at]!
  return passed.subarray(0, count)
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

function hasBit(numbers: Bits, bit: number): Test {
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

type Leads = Int32Array | number[]
type Bits = Uint8Array | Uint32Array

function count(counts: Int32Array, { leads }: Columns, facet: Facet, found: Leads) {
  if (facet === 'tag') {
    for (let at = 0; at < found.length; at++) {
      for (const tag of leads.tags[found[at]!]!) counts[tag]!++
    }
  } else if (facet === 'principle' || facet === 'lang') {
    countBits(counts, facet === 'lang' ? leads.langs : leads.principles, found)
  } else {
    const facts = leads.facts[facet]
    for (let at = 0; at < found.length; at++) counts[facts[found[at]!]!]!++
    counts[0] = 0
  }
}

// Each set of bits once: there are few of them, and many leads that have the same.
function countBits(counts: Int32Array, bits: Bits, found: Leads) {
  const sets = new Int32Array(1 << counts.length)
  for (let at = 0; at < found.length; at++) sets[bits[found[at]!]!]!++
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
