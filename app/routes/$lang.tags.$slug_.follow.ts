import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { findTag } from '#app/domain/tags/tags.server.ts'
import { langOf } from '#app/http/conversation.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { followTopic } from '#app/http/topic.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const { id, slug } = await openTag(args)
  return followTopic(args, viewer, { topic: { tag_id: id }, path: `/tags/${slug}` })
}

export async function loader(args: LoaderFunctionArgs) {
  const { slug } = await openTag(args)
  return redirectTo(encodeURI(langPath(args.request, `/tags/${slug}`)))
}

async function openTag({ request, params }: LoaderFunctionArgs) {
  return found(await findTag(db, params.slug ?? '', langOf(request)))
}
