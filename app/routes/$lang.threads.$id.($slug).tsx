import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forgetDraft } from '#app/domain/drafts/drafts.server.ts'
import { replyKey } from '#app/domain/drafts/keys.ts'
import { readCursor } from '#app/domain/items/page.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { findSent } from '#app/domain/items/sent.server.ts'
import { canReply } from '#app/domain/posts/posts.policy.ts'
import { addPost, pageBefore } from '#app/domain/posts/posts.server.ts'
import { replySchema } from '#app/domain/threads/threads.schema.server.ts'
import { tellOf } from '#app/domain/notifications/tellings.server.ts'
import { readComposer } from '#app/http/composer.server.ts'
import { openThreadAt, toItem } from '#app/http/conversation.server.ts'
import { allowed, canonical } from '#app/http/respond.server.ts'
import { showThread } from '#app/http/thread-page.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { ThreadPage } from '#app/ui/thread-page.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (_, { thread }) => thread.title,
  description: (_, { lead }) => lead,
}

export async function loader(args: LoaderFunctionArgs) {
  const opened = await openThreadAt(args)
  canonical(args.request, args.params.slug, itemPath(opened.thread))
  const { searchParams } = new URL(args.request.url)
  return showThread(args, opened, {
    after: readCursor(searchParams.get('after')),
    quote: searchParams.get('quote'),
    sent: searchParams.get('sent'),
  })
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireWriter(args)
  const { thread, around } = await openThreadAt(args)
  allowed(canReply(viewer, thread, around))
  const draft = replyKey(thread.id)
  const form = await readComposer(args, replySchema, { viewer, form: draft })
  if (!form.ok) return form.answer

  const { input } = form
  const place = { kind: 'post', space_id: thread.space_id, thread_id: thread.id } as const
  const id = await db.transaction().execute(async (trx) => {
    const sent = await findSent(trx, viewer, place, { sections: { body: input.body } })
    if (sent) return sent
    const id = await addPost(trx, viewer, thread, input)
    await tellOf(trx, viewer, id, { followed: [thread.id] })
    await forgetDraft(trx, viewer.id, draft)
    return id
  })
  const last = await pageBefore(db, viewer, thread.id)
  const end = `?${last ? `after=${last}&` : ''}sent=${id}#post-${id}`
  return toItem(args.request, thread, { flash: 'reply_sent', end })
}

export default function Thread() {
  return <ThreadPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
