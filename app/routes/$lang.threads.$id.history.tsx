import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openThreadAt } from '#app/http/conversation.server.ts'
import { openVersions } from '#app/http/versions.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { HistoryPage } from '#app/ui/thread-history.tsx'

export const handle: PageHandle = { title: (t) => t('posts.versions.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { thread } = await openThreadAt(args)
  const { id, title } = thread
  return { id, title, ...(await openVersions(args, id)) }
}

export default function ThreadHistory() {
  const { id, title, ...history } = useLoaderData<typeof loader>()
  const here = `/threads/${id}/history`
  return <HistoryPage title={title} back={`/threads/${id}`} here={here} {...history} />
}
