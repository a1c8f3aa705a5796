import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listRegionsForMap } from '#app/domain/collectivities/map.server.ts'
import {
  countHoldings,
  listCurrentChallenges,
  listNewInLibrary,
  listRecentThreads,
} from '#app/domain/home/home.server.ts'
import { findNextStep } from '#app/domain/home/next-step.server.ts'
import { listTopics } from '#app/domain/search/topics.server.ts'
import { linkedSite } from '#app/http/linked-data.server.ts'
import { sharePage } from '#app/http/share.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { HomePage } from '#app/ui/home-page.tsx'
import { db } from '#db/client.server.ts'

const TOPICS = 6

export const handle: PageHandle = {
  title: (t) => t('site.network'),
  description: (t) => t('home.description'),
  feeds: ['practices', 'challenges', 'threads'],
}

export async function loader({ request, context: { viewer } }: LoaderFunctionArgs) {
  const lang = langOfPath(new URL(request.url).pathname)
  return {
    share: viewer ? null : sharePage('', lang, linkedSite(lang)),
    next: viewer && (await findNextStep(db, viewer, lang)),
    challenges: await listCurrentChallenges(db, viewer, lang),
    library: await listNewInLibrary(db, viewer, lang),
    threads: await listRecentThreads(db, viewer, lang),
    ...(await countHoldings(db, viewer)),
    regions: viewer ? null : await listRegionsForMap(db, viewer),
    topics: viewer ? [] : await listTopics(db, viewer, lang, TOPICS),
  }
}

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />
}
