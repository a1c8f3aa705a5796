import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openCollectionAt } from '#app/http/collection-page.server.ts'
import { openVersions } from '#app/http/versions.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { HistoryPage } from '#app/ui/thread-history.tsx'

export const handle: PageHandle = { title: (t) => t('posts.versions.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { collection } = await openCollectionAt(args)
  const { id, title } = collection
  return { id, title, ...(await openVersions(args, id)) }
}

export default function CollectionHistory() {
  const { id, title, ...history } = useLoaderData<typeof loader>()
  const here = `/collections/${id}/history`
  return <HistoryPage title={title} back={`/collections/${id}`} here={here} {...history} />
}
