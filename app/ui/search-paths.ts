export type Asked = {
  q: string
  kind?: string
  principle?: string
  tag?: { slug: string }
  region?: string
}

type Change = Partial<Record<'kind' | 'principle' | 'tag' | 'region', string>> & { page?: number }

/** The address of a search, with some of it changed; the first page needs no number. */
export function searchPath(asked: Asked, { page = 1, ...changes }: Change = {}) {
  const wanted = { ...filtersOf(asked), ...changes }
  const query = new URLSearchParams({ q: asked.q })
  for (const [name, value] of Object.entries(wanted)) if (value) query.set(name, value)
  if (page > 1) query.set('page', String(page))
  return `/search?${query}`
}

/** The filters in force, to be kept by a form that asks for other words. */
export function hiddenFilters(asked: Asked) {
  return Object.entries(filtersOf(asked)).flatMap(([name, value]) =>
    value ? [{ name, value }] : [],
  )
}

function filtersOf({ kind, principle, tag, region }: Asked) {
  return { kind, principle, tag: tag?.slug, region }
}
