import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { backToSpace, openSpace } from '#app/http/space.server.ts'
import { followTopic } from '#app/http/topic.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const { id, slug } = await openSpace(args)
  return followTopic(args, viewer, { topic: { space_id: id }, path: `/spaces/${slug}` })
}

export async function loader(args: LoaderFunctionArgs) {
  await openSpace(args)
  return backToSpace(args)
}
