import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  listRegions,
  searchCollectivities,
} from '#app/domain/collectivities/collectivities.server.ts'
import { STAGES } from '#app/domain/practices/practices.limits.ts'
import { PRINCIPLES } from '#app/domain/principles/principles.ts'
import { noteMiss } from '#app/domain/search/misses.server.ts'
import { searchPeople, searchSpaces } from '#app/domain/search/names.server.ts'
import { PLACE_KINDS } from '#app/domain/search/saved.limits.ts'
import { findSaved, normalQuery } from '#app/domain/search/saved.server.ts'
import {
  FACETS,
  type Facet,
  FOUND_KINDS,
  PAGES_MAX,
  SORTS,
} from '#app/domain/search/search.limits.ts'
import { cleanQuery, searchItems } from '#app/domain/search/search.server.ts'
import { listTopics, searchTags } from '#app/domain/search/topics.server.ts'
import { findTag, listTags } from '#app/domain/tags/tags.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath, LANGS } from '#app/i18n/locales.ts'
import { SearchPage } from '#app/ui/search-page.tsx'
import type { Asked } from '#app/ui/search-paths.ts'
import { db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'

const PLACES = 3
const TAGS = 5

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { asked }) => (asked.q ? t('search.title_for', { q: asked.q }) : t('search.title')),
  description: (t) => t('search.description'),
  canonical: '/search',
}

export async function loader({ request, context: { viewer } }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = langOfPath(pathname)
  const regions = await listRegions(db)
  const { tag, ...asked } = await readAsked(searchParams, lang, regions)
  const results = asked.q ? await search(viewer, lang, asked, tag?.id) : null
  const isMiss = results && (results.total === 0 || results.onlyClose)
  if (isMiss && !isNarrowed(asked)) await noteMiss(db, lang, asked.q)
  const query = normalQuery(searchParams)
  // Somewhere to go on to, when there is nothing to read here.
  const topics = results?.total ? [] : await listTopics(db, viewer, lang)
  return {
    asked,
    results,
    topics,
    regions,
    tags: await listTags(db, lang),
    keep: viewer && query ? { query, saved: await findSaved(db, viewer, query) } : null,
  }
}

export default function Search() {
  return <SearchPage {...useLoaderData<typeof loader>()} />
}

async function search(viewer: Viewer, lang: Lang, asked: Asked, tag?: string) {
  const { q, page, sort, filters } = asked
  const items = await searchItems(db, viewer, lang, { q, page, sort, ...filters, tag })
  const first = page === 1
  return {
    ...items,
    places: first ? await searchCollectivities(db, q, PLACES) : [],
    tags: first ? await searchTags(db, q, lang, TAGS) : [],
    spaces: first ? await searchSpaces(db, viewer, q) : [],
    people: first ? await searchPeople(db, viewer, q) : [],
  }
}

function isNarrowed({ filters }: Asked) {
  return Object.keys(filters).length > 0
}

// Nonsense is passed over: an old or mistyped address still finds.
async function readAsked(params: URLSearchParams, lang: Lang, regions: { code: string }[]) {
  const page = Number(params.get('page') ?? 1)
  const slug = params.get('tag')
  const tag = slug ? await findTag(db, slug, lang) : undefined
  const known: Record<Facet, readonly string[]> = {
    kind: FOUND_KINDS,
    principle: PRINCIPLES,
    tag: tag ? [tag.slug] : [],
    region: regions.map(({ code }) => code),
    place: PLACE_KINDS,
    stage: STAGES,
    lang: LANGS,
    year: /^(?:19|20)\d\d$/.test(params.get('year') ?? '') ? [params.get('year')!] : [],
    files: ['1'],
  }
  const filters = FACETS.flatMap((facet) => {
    const value = facet === 'tag' ? tag?.slug : params.get(facet)
    return value && known[facet].includes(value) ? [[facet, value]] : []
  })
  return {
    tag,
    q: cleanQuery(params.get('q')),
    page: Number.isInteger(page) && page >= 1 && page <= PAGES_MAX ? page : 1,
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? 'relevance',
    filters: Object.fromEntries(filters) as Asked['filters'],
  }
}
