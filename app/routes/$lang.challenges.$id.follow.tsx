import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { toggleFollow } from '#app/domain/follows/follows.server.ts'
import { limitDeeds, openChallengeAt, toItem } from '#app/http/conversation.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const { challenge } = await openChallengeAt(args)
  await limitDeeds(args, viewer)
  const follows = await db.transaction().execute((trx) => toggleFollow(trx, viewer, challenge.id))
  return toItem(args.request, challenge, { flash: follows ? 'followed' : 'unfollowed' })
}

export async function loader(args: LoaderFunctionArgs) {
  const { challenge } = await openChallengeAt(args)
  return toItem(args.request, challenge)
}

export default function Nothing() {
  return null
}
