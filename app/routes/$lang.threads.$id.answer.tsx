import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { record } from '#app/domain/moderation/audit.server.ts'
import { findPost } from '#app/domain/posts/posts.server.ts'
import { canMarkAnswer } from '#app/domain/threads/threads.policy.ts'
import { markAnswer } from '#app/domain/threads/threads.server.ts'
import { limitDeeds, openThreadAt, toItem } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed, found } from '#app/http/respond.server.ts'
import { tellAccepted } from '#app/http/tell.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

const schema = z.object({ post: z.string().default('') })

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireWriter(args)
  const { lang, thread, around } = await openThreadAt(args)
  allowed(canMarkAnswer(viewer, thread, around))
  await limitDeeds(args, viewer)
  const form = await readForm(args.request, schema)
  const asked = form.ok ? form.input.post : ''
  const post = asked ? found(await findPost(db, viewer, lang, asked)) : null
  found(!post || (post.thread_id === thread.id && !post.hidden_at) || null)

  await db.transaction().execute(async (trx) => {
    await markAnswer(trx, viewer, thread.id, post?.id ?? null)
    if (viewer.id !== thread.author_id) {
      const subject = { kind: 'thread', id: thread.id }
      const verb = post ? 'answer_marked' : 'answer_unmarked'
      await record(trx, viewer, { verb, subject, space_id: thread.space_id })
    }
    if (post) {
      const told = { kind: 'post', title: thread.title, source: '' } as const
      await tellAccepted(trx, viewer, { ...post, ...told }, post.author_id)
    }
  })
  const flash = post ? 'answer_marked' : 'answer_unmarked'
  return toItem(args.request, thread, { flash, end: post ? '#post-answer' : '' })
}

export async function loader(args: LoaderFunctionArgs) {
  const { thread } = await openThreadAt(args)
  return toItem(args.request, thread)
}

export default function Nothing() {
  return null
}
