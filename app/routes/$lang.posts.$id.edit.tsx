import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { forgetDraft } from '#app/domain/drafts/drafts.server.ts'
import { canEdit } from '#app/domain/posts/posts.policy.ts'
import { editPost } from '#app/domain/posts/posts.server.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import { replyEditSchema } from '#app/domain/threads/threads.schema.server.ts'
import { openComposer, readComposer } from '#app/http/composer.server.ts'
import { openPostAt, toItem } from '#app/http/conversation.server.ts'
import { allowed } from '#app/http/respond.server.ts'
import { tellOfChange } from '#app/http/tell.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { EditForm } from '#app/ui/edit-form.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('posts.edit_title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, post, around } = await openOwn(args)
  const form = `edit:${post.id}`
  const composer = await openComposer(args.request, { viewer, form }, { body: [post.source] })
  const back = `/threads/${post.thread_id}/posts/${post.id}`
  return { composer, form, back, audience: await audienceOf(db, around) }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, post, thread } = await openOwn(args)
  const draft = `edit:${post.id}`
  const form = await readComposer(args, replyEditSchema, { viewer, form: draft, lang: post.lang })
  if (!form.ok) return form.answer

  const told = { id: post.id, kind: 'post', thread_id: thread.id, title: thread.title } as const
  await db.transaction().execute(async (trx) => {
    await editPost(trx, viewer, post, form.input)
    await tellOfChange(trx, viewer, { ...told, source: form.input.body }, post.source)
    await forgetDraft(trx, viewer.id, draft)
  })
  return toItem(args.request, { ...post, title: '' }, { flash: 'saved' })
}

export default function EditPost() {
  const { composer, form, back, audience } = useLoaderData<typeof loader>()
  const composing = useActionData<typeof action>() ?? composer
  const { t } = useTranslation()
  return (
    <EditForm
      title={t('posts.edit_title')}
      label={t('threads.reply.label')}
      composing={composing}
      form={form}
      audience={audience}
      cancel={back}
    />
  )
}

async function openOwn(args: LoaderFunctionArgs) {
  const viewer = await requireWriter(args)
  const opened = await openPostAt(args)
  const { post, thread, around } = opened
  allowed(thread.locked_at === null && !post.gone && canEdit(viewer, post, around))
  return { viewer, ...opened }
}
