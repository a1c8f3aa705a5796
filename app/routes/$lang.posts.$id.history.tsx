import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findVersion, listVersions } from '#app/domain/posts/history.server.ts'
import { openPostAt } from '#app/http/conversation.server.ts'
import { found } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import { History } from '#app/ui/thread-history.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('posts.versions.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { post } = await openPostAt(args)
  found(post.withdrawn ? null : post)
  const { viewer } = args.context
  const asked = new URL(args.request.url).searchParams.get('version')
  const versions = await listVersions(db, viewer, post.id)
  const number = asked === null ? versions[0]?.number : Number(asked) || 0
  const shown =
    number === undefined ? undefined : found(await findVersion(db, viewer, post.id, number))
  return { id: post.id, thread_id: post.thread_id, title: post.title, versions, shown }
}

export default function PostHistory() {
  const { id, thread_id, title, versions, shown } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="narrow">
      <PageTitle
        title={t('posts.versions.title')}
        lead={t('posts.versions.lead')}
        breadcrumbs={[{ to: `/threads/${thread_id}/posts/${id}`, label: title || t('kinds.post') }]}
      />
      <History versions={versions} shown={shown} here={`/posts/${id}/history`} />
    </div>
  )
}
