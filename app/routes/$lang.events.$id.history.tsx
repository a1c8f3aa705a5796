import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openEventAt } from '#app/http/event-page.server.ts'
import { openVersions } from '#app/http/versions.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { HistoryPage } from '#app/ui/thread-history.tsx'

export const handle: PageHandle = { title: (t) => t('posts.versions.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { event } = await openEventAt(args)
  const { id, title } = event
  return { id, title, ...(await openVersions(args, id)) }
}

export default function EventHistory() {
  const { id, title, ...history } = useLoaderData<typeof loader>()
  const here = `/events/${id}/history`
  return <HistoryPage title={title} back={`/events/${id}`} here={here} {...history} />
}
