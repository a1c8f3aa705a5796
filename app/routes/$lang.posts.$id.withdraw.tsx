import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { record } from '#app/domain/moderation/audit.server.ts'
import { canWithdraw } from '#app/domain/posts/posts.policy.ts'
import { withdrawPost } from '#app/domain/posts/posts.server.ts'
import { openPostAt, toItem } from '#app/http/conversation.server.ts'
import { allowed } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = {
  title: (t) => t('posts.withdraw_page.title'),
  robots: 'noindex',
}

export async function loader(args: LoaderFunctionArgs) {
  const { post } = await openOwn(args)
  return { id: post.id, thread_id: post.thread_id, html: post.html, lang: post.lang }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, post, thread } = await openOwn(args)
  await db.transaction().execute(async (trx) => {
    await withdrawPost(trx, viewer, post)
    const subject = { kind: 'post', id: post.id }
    await record(trx, viewer, { verb: 'post_withdrawn', subject, space_id: post.space_id })
  })
  return toItem(args.request, thread, { flash: 'post_withdrawn' })
}

export default function Withdraw() {
  const { id, thread_id, html, lang } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="narrow stack-large">
      <PageTitle title={t('posts.withdraw_page.title')} lead={t('posts.withdraw_page.lead')} />
      <Prose html={html} lang={lang} />
      <form method="post" className="cluster">
        <Button variant="danger">{t('posts.withdraw_page.submit')}</Button>
        <ButtonLink to={`/threads/${thread_id}/posts/${id}`} variant="quiet">
          {t('forms.cancel')}
        </ButtonLink>
      </form>
    </div>
  )
}

async function openOwn(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args)
  const opened = await openPostAt(args)
  const { post, thread, around } = opened
  allowed(thread.locked_at === null && canWithdraw(viewer, post, around))
  return { viewer, ...opened }
}
