import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  listRegions,
  searchCollectivities,
} from '#app/domain/collectivities/collectivities.server.ts'
import { PRINCIPLES } from '#app/domain/principles/principles.ts'
import { FOUND_KINDS, PAGES_MAX } from '#app/domain/search/search.limits.ts'
import { cleanQuery, searchItems } from '#app/domain/search/search.server.ts'
import { listTopics, searchTags } from '#app/domain/search/topics.server.ts'
import { findTag, listTags } from '#app/domain/tags/tags.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { SearchPage } from '#app/ui/search-page.tsx'
import { db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'

const PLACES = 3
const TAGS = 5

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { asked }) => (asked.q ? t('search.title_for', { q: asked.q }) : t('search.title')),
  description: (t) => t('search.description'),
  robots: 'noindex',
}

export async function loader({ request, context: { viewer } }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = langOfPath(pathname)
  const regions = await listRegions(db)
  const asked = await readSearch(searchParams, lang, regions)
  const results = asked.q ? await search(viewer, lang, asked) : null
  // Somewhere to go on to, when there is nothing to read here.
  const topics = results?.total ? [] : await listTopics(db, viewer, lang)
  return { asked, results, topics, regions, tags: await listTags(db, lang) }
}

export default function Search() {
  return <SearchPage {...useLoaderData<typeof loader>()} />
}

type Asked = Awaited<ReturnType<typeof readSearch>>

async function search(viewer: Viewer, lang: Lang, asked: Asked) {
  const { q, page, tag, ...filters } = asked
  const items = await searchItems(db, viewer, lang, { q, page, tag: tag?.id, ...filters })
  const first = page === 1
  return {
    ...items,
    places: first ? await searchCollectivities(db, q, PLACES) : [],
    tags: first ? await searchTags(db, q, lang, TAGS) : [],
  }
}

// A filter that means nothing is left out: an old or mistyped address still finds.
async function readSearch(params: URLSearchParams, lang: Lang, regions: { code: string }[]) {
  const page = Number(params.get('page') ?? 1)
  const tag = params.get('tag')
  return {
    q: cleanQuery(params.get('q')),
    kind: FOUND_KINDS.find((kind) => kind === params.get('kind')),
    principle: PRINCIPLES.find((principle) => principle === params.get('principle')),
    tag: tag ? await findTag(db, tag, lang) : undefined,
    region: regions.find(({ code }) => code === params.get('region'))?.code,
    page: Number.isInteger(page) && page >= 1 && page <= PAGES_MAX ? page : 1,
  }
}
