import type { LoaderFunctionArgs } from '@remix-run/node'
import { findPost, pageBefore } from '#app/domain/posts/posts.server.ts'
import { openThreadAt, toItem } from '#app/http/conversation.server.ts'
import { found } from '#app/http/respond.server.ts'
import { db } from '#db/client.server.ts'

// A reply's own address leads to the page of its thread on which it stands today.
export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = args.context
  const { lang, thread } = await openThreadAt(args)
  const post = found(await findPost(db, viewer, lang, args.params.pid ?? ''))
  found(post.thread_id === thread.id || null)
  const at = { at: post.published_at ?? '', id: post.id }
  const after = await pageBefore(db, viewer, thread.id, at)
  return toItem(args.request, thread, { end: `${after ? `?after=${after}` : ''}#post-${post.id}` })
}

export default function Nothing() {
  return null
}
