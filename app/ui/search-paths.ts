import { FACETS, type Facet, type Sort } from '#app/domain/search/search.limits.ts'

/** What a search asks for, as its address says it; a tag by its slug. */
export type Asked = {
  q: string
  page: number
  sort: Sort
  filters: Partial<Record<Facet, string>>
}

type Change = { page?: number; sort?: Sort; filters?: Partial<Record<Facet, string>> }

/** The address of a search, with some of it changed; what stands by itself is left out. */
export function searchPath(
  asked: Asked,
  { page = 1, sort = asked.sort, filters = {} }: Change = {},
) {
  const query = new URLSearchParams({ q: asked.q })
  for (const { name, value } of hiddenFilters({ ...asked, sort }, filters)) query.set(name, value)
  if (page > 1) query.set('page', String(page))
  return `/search?${query}`
}

/** What is in force beside the words, to be kept by a form that asks for other words. */
export function hiddenFilters({ filters, sort }: Asked, changes: Asked['filters'] = {}) {
  const wanted = { ...filters, ...changes }
  const named = FACETS.flatMap((name) => (wanted[name] ? [{ name, value: wanted[name] }] : []))
  return sort === 'relevance' ? named : [...named, { name: 'sort', value: sort }]
}
