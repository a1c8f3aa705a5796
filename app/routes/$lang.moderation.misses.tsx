import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MISS_SPANS, MISSES_SHOWN } from '#app/domain/search/misses.limits.ts'
import { listMisses } from '#app/domain/search/misses.server.ts'
import { requireFacilitator } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { MissesPage } from '#app/ui/misses-page.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('misses.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  await requireFacilitator(args)
  const asked = new URL(args.request.url).searchParams.get('days')
  const days = MISS_SPANS.find((span) => String(span) === asked) ?? MISS_SPANS[1]
  return { days, misses: await listMisses(db, { days, limit: MISSES_SHOWN }) }
}

export default function Misses() {
  return <MissesPage {...useLoaderData<typeof loader>()} />
}
