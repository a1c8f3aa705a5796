import { type Columns, isOfKind } from './columns.server.ts'
import { everyLead, type FacetCounts, narrow, thoseThat } from './facets.server.ts'
import type { Index } from './opened.server.ts'
import type { FoundKind } from './search.limits.ts'

type Opened = Pick<Index, 'columns' | 'seen'>
type Counted = { facets: FacetCounts; collectivities: number }

/** What something is counted by and how much of it there is, the most first. */
export type Counts = { value: string; count: number }[]
type Sources = { regions: Counts; places: Counts; people: Counts }

// By what a viewer sees of the index: the same array for all who see the same, until it changes.
type Kept<T> = WeakMap<Index['seen'], Map<string, T>>
const kinds: Kept<Counted> = new WeakMap()
const sources: Kept<Sources> = new WeakMap()

/**
 * Of the items of some kinds in what is known of the index (`openColumns`): how many there are by each
 * facet, and from how many collectivities they come. Counted once for all who may know of the same.
 */
export function countKinds({ columns, seen }: Opened, wanted: readonly FoundKind[]): Counted {
  return once(kinds, seen, wanted.join(), () =>
    countThose(columns, seen, (lead) => isOfKind(columns, lead, wanted)),
  )
}

/** The same of what the library lists: practices and tools that are not archived. */
export function countLibrary({ columns, seen }: Opened): Counted {
  const { archived } = columns.leads.facts
  return once(kinds, seen, 'library', () =>
    countThose(
      columns,
      seen,
      (lead) => !archived[lead] && isOfKind(columns, lead, ['practice', 'tool']),
    ),
  )
}

function countThose(columns: Columns, seen: Index['seen'], test: (lead: number) => boolean) {
  const leads = thoseThat((lead) => seen[lead] === 1 && test(lead), everyLead(columns))
  const from = new Set<number>()
  for (const lead of leads) from.add(columns.leads.facts.collectivity[lead]!)
  from.delete(NOWHERE)
  return { facets: narrow(columns, leads, {}).facets, collectivities: from.size }
}

/**
 * Of what is known of the index (`openColumns`) and filed under a tag: how much there is from each region
 * and collectivity, and by each person, of those with most so many. Counted once, as above.
 */
export function countSources({ columns, seen }: Opened, tagId: string, most: number): Sources {
  return once(sources, seen, tagId, () => {
    const { facts, tags, authors } = columns.leads
    const tag = columns.names.tag.find(tagId)
    const [regions, places] = [new Map<number, number>(), new Map<number, number>()]
    const people = new Map<string, number>()
    for (let lead = 0; lead < seen.length; lead++) {
      if (!seen[lead] || !tags[lead]!.includes(tag)) continue
      add(regions, facts.region[lead]!)
      add(places, facts.collectivity[lead]!)
      for (const author of authors[lead]!) add(people, author)
    }
    const { region, collectivity } = columns.names
    return {
      regions: mostOf(regions, most, (number) => region.names[number]!),
      places: mostOf(places, most, (number) => collectivity.names[number]!),
      people: mostOf(people, most, (id) => id),
    }
  })
}

function once<T>(kept: Kept<T>, seen: Index['seen'], key: string, count: () => T): T {
  const counts = kept.get(seen) ?? new Map<string, T>()
  kept.set(seen, counts)
  const known = counts.get(key) ?? count()
  counts.set(key, known)
  return known
}

function add<T>(counts: Map<T, number>, one: T) {
  counts.set(one, (counts.get(one) ?? 0) + 1)
}

function mostOf<T>(counts: Map<T, number>, most: number, nameOf: (one: T) => string): Counts {
  return [...counts]
    .filter(([one]) => one !== NOWHERE)
    .map(([one, count]) => ({ value: nameOf(one), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, most)
}

// What stands in the index for no collectivity.
const NOWHERE = 0
