import { isOfKind } from './columns.server.ts'
import { type FacetCounts, narrow } from './facets.server.ts'
import type { Index } from './plan.server.ts'
import type { FoundKind } from './search.limits.ts'

type Opened = Pick<Index, 'columns' | 'seen'>
type Counted = { facets: FacetCounts; collectivities: number }

// By what a viewer sees of the index: the same array for all who see the same, until it changes.
const kept = new WeakMap<Index['seen'], Map<string, Counted>>()

/**
 * Of the items of some kinds in what is known of the index (`openColumns`): how many there are by each
 * facet, and from how many collectivities they come. Counted once for all who may know of the same.
 */
export function countKinds({ columns, seen }: Opened, kinds: FoundKind[]): Counted {
  const counts = kept.get(seen) ?? new Map<string, Counted>()
  kept.set(seen, counts)
  const known = counts.get(kinds.join())
  if (known) return known
  const leads = [...seen.keys()].filter((lead) => seen[lead] && isOfKind(columns, lead, kinds))
  const from = new Set(leads.map((lead) => columns.leads.facts.collectivity[lead]))
  from.delete(NOWHERE)
  const counted = { facets: narrow(columns, leads, {}).facets, collectivities: from.size }
  counts.set(kinds.join(), counted)
  return counted
}

// What stands in the index for no collectivity.
const NOWHERE = 0
