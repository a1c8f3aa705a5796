import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { forgetDraft } from '#app/domain/drafts/drafts.server.ts'
import { canEdit } from '#app/domain/posts/posts.policy.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import { threadEditSchema } from '#app/domain/threads/threads.schema.server.ts'
import { editThread } from '#app/domain/threads/threads.server.ts'
import { openComposer, readComposer } from '#app/http/composer.server.ts'
import { openThreadAt, toItem } from '#app/http/conversation.server.ts'
import { allowed } from '#app/http/respond.server.ts'
import { tellOfChange } from '#app/http/tell.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { ThreadFields } from '#app/ui/thread-form.tsx'
import { EditForm } from '#app/ui/edit-form.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('threads.edit_title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, thread, around } = await openOwn(args)
  const form = `edit:${thread.id}`
  const given = { title: [thread.title], body: [thread.source] }
  const composer = await openComposer(args.request, { viewer, form }, given)
  return { composer, form, id: thread.id, audience: await audienceOf(db, around) }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, thread } = await openOwn(args)
  const draft = `edit:${thread.id}`
  const form = await readComposer(args, threadEditSchema, {
    viewer,
    form: draft,
    lang: thread.lang,
  })
  if (!form.ok) return form.answer

  const { title, body } = form.input
  await db.transaction().execute(async (trx) => {
    await editThread(trx, viewer, thread, form.input)
    const told = { id: thread.id, kind: 'thread', thread_id: null, title, source: body } as const
    if (thread.state === 'published') await tellOfChange(trx, viewer, told, thread.source)
    await forgetDraft(trx, viewer.id, draft)
  })
  return toItem(args.request, { ...thread, title }, { flash: 'saved' })
}

export default function EditThread() {
  const { composer, form, id, audience } = useLoaderData<typeof loader>()
  const composing = useActionData<typeof action>() ?? composer
  const { t } = useTranslation()
  return (
    <EditForm
      title={t('threads.edit_title')}
      label={t('threads.fields.body')}
      composing={composing}
      fields={{ title: t('threads.fields.title') }}
      form={form}
      audience={audience}
      cancel={`/threads/${id}`}
    >
      <ThreadFields values={composing.values} errors={composing.errors} />
    </EditForm>
  )
}

async function openOwn(args: LoaderFunctionArgs) {
  const viewer = await requireWriter(args)
  const opened = await openThreadAt(args)
  const { thread, around } = opened
  allowed(thread.locked_at === null && canEdit(viewer, thread, around))
  return { viewer, ...opened }
}
