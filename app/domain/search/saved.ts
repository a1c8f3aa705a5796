import type { Lang } from '#db/schema.ts'
import { FACETS } from './search.limits.ts'

/** What an address of the search may say, in the order in which it is kept. */
export const SEARCH_PARAMS = ['q', ...FACETS, 'sort'] as const

export type SearchParam = (typeof SEARCH_PARAMS)[number]

/** A search that somebody keeps, with the names of what it is narrowed to. */
export type SavedSearch = {
  id: string
  query: string
  created_at: string
  asked: Partial<Record<SearchParam, string>>
  tag: { label: string; lang: Lang } | null
  region: { name_ar: string; name_fr: string } | null
}
