import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canMakeCollection } from '#app/domain/collections/collections.policy.ts'
import { listCollections } from '#app/domain/collections/collections.server.ts'
import { readCursor } from '#app/domain/items/page.ts'
import { langOf } from '#app/http/conversation.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { CollectionList } from '#app/ui/collection-list.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = {
  title: (t) => t('collections.title'),
  description: (t) => t('collections.lead'),
  feeds: ['collections'],
}

export async function loader({ request, context: { viewer } }: LoaderFunctionArgs) {
  const after = readCursor(new URL(request.url).searchParams.get('after'))
  const page = await listCollections(db, viewer, langOf(request), after)
  return { ...page, mayMake: canMakeCollection(viewer) }
}

export default function Collections() {
  return <CollectionList {...useLoaderData<typeof loader>()} />
}
