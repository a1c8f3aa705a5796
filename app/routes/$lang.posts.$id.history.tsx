import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openPostAt } from '#app/http/conversation.server.ts'
import { found } from '#app/http/respond.server.ts'
import { openVersions } from '#app/http/versions.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { HistoryPage } from '#app/ui/thread-history.tsx'

export const handle: PageHandle = { title: (t) => t('posts.versions.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { post } = await openPostAt(args)
  found(post.gone ? null : post)
  const { id, thread_id, title } = post
  return { id, thread_id, title, ...(await openVersions(args, id)) }
}

export default function PostHistory() {
  const { id, thread_id, title, ...history } = useLoaderData<typeof loader>()
  const here = `/posts/${id}/history`
  return (
    <HistoryPage
      title={title}
      back={`/threads/${thread_id}/posts/${id}`}
      here={here}
      {...history}
    />
  )
}
