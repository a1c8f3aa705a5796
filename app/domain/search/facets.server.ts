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

const ALL = FACETS.length

type Test = (lead: number) => boolean

/**
 * Takes the leads that were found, gives those that pass every filter, and how many there are for
 * each value of each facet under the filters of the *other* facets: so each can be changed for
 * another of its values.
 */
export function narrow(columns: Columns, leads: Iterable<number>, filters: Filters) {
  const tests = FACETS.map((facet) => testFor(columns, facet, filters[facet]))
  const always = alwaysFor(columns, filters)
  const counts = FACETS.map(() => new Map<number, number>())
  const passed: number[] = []
  for (const lead of leads) {
    if (!always(lead)) continue
    const failed = firstFailed(tests, lead)
    if (failed.count > 1) continue
    if (failed.count === 0) passed.push(lead)
    for (let at = 0; at < ALL; at++) {
      if (failed.count === 0 || failed.at === at) count(counts[at]!, columns, FACETS[at]!, lead)
    }
  }
  return { passed, facets: named(columns, counts) }
}

function firstFailed(tests: (Test | null)[], lead: number) {
  let [count, at] = [0, -1]
  for (let each = 0; each < ALL && count < 2; each++) {
    if (tests[each] && !tests[each]!(lead)) {
      count++
      at = each
    }
  }
  return { count, at }
}

function testFor(columns: Columns, facet: Facet, value: string | undefined): Test | null {
  if (value === undefined) return null
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

function alwaysFor({ leads, names }: Columns, { author, space, after }: Filters): Test {
  const around = space === undefined ? undefined : names.space.find(space)
  return (lead) =>
    (author === undefined || leads.authors[lead]!.includes(author)) &&
    (around === undefined || leads.facts.space[lead] === around) &&
    (after === undefined || leads.at[lead]! >= after)
}

function count(counts: Map<number, number>, { leads }: Columns, facet: Facet, lead: number) {
  if (facet === 'tag') for (const tag of leads.tags[lead]!) up(counts, tag)
  else if (facet === 'principle') upEach(counts, leads.principles[lead]!)
  else if (facet === 'lang') upEach(counts, leads.langs[lead]!)
  else if (leads.facts[facet][lead]) up(counts, leads.facts[facet][lead]!)
}

function upEach(counts: Map<number, number>, bits: number) {
  for (let bit = 0; bits >> bit; bit++) if ((bits >> bit) & 1) up(counts, bit)
}

function up(counts: Map<number, number>, value: number) {
  counts.set(value, (counts.get(value) ?? 0) + 1)
}

function named(columns: Columns, counts: Map<number, number>[]) {
  const entries = FACETS.map((facet, at) => {
    const values = [...counts[at]!].map(([number, amount]) => ({
      value: nameOf(columns, facet, number),
      count: amount,
    }))
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
