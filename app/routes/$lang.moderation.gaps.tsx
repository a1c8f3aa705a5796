import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listGaps } from '#app/domain/challenges/gaps.server.ts'
import { langOf } from '#app/http/conversation.server.ts'
import { requireFacilitator } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { GapsPage } from '#app/ui/gaps-page.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('challenges.gaps.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireFacilitator(args)
  return { gaps: await listGaps(db, viewer, langOf(args.request)) }
}

export default function Gaps() {
  return <GapsPage {...useLoaderData<typeof loader>()} />
}
