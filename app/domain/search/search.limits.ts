/** How much of what was typed is searched for and shown again. */
export const QUERY_MAX = 200

export const RESULTS_PER_PAGE = 20

/** Deeper pages help nobody: narrowing the search does. */
export const PAGES_MAX = 20

/** What results are counted and narrowed by. */
export const FACETS = [
  'kind',
  'principle',
  'tag',
  'region',
  'place',
  'stage',
  'lang',
  'year',
  'files',
] as const

export type Facet = (typeof FACETS)[number]

/** What a search finds, as the facet `kind` names it. */
export const FOUND_KINDS = [
  'practice',
  'tool',
  'challenge',
  'thread',
  'document',
  'collection',
  'event',
] as const

export type FoundKind = (typeof FOUND_KINDS)[number]

export const SORTS = ['relevance', 'date'] as const

export type Sort = (typeof SORTS)[number]
