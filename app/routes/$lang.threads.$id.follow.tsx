import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { toggleFollow } from '#app/domain/follows/follows.server.ts'
import { limitDeeds, openThreadAt, toItem } from '#app/http/conversation.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const { thread } = await openThreadAt(args)
  await limitDeeds(args, viewer)
  const follows = await db.transaction().execute((trx) => toggleFollow(trx, viewer, thread.id))
  return toItem(args.request, thread, { flash: follows ? 'followed' : 'unfollowed' })
}

export async function loader(args: LoaderFunctionArgs) {
  const { thread } = await openThreadAt(args)
  return toItem(args.request, thread)
}

export default function Nothing() {
  return null
}
