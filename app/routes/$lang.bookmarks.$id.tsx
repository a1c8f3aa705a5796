import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { toggleBookmark } from '#app/domain/bookmarks/bookmarks.server.ts'
import { findItem } from '#app/domain/posts/any-item.server.ts'
import { langOf, limitDeeds, toItem } from '#app/http/conversation.server.ts'
import { found } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const item = await openItem(args)
  await limitDeeds(viewer)
  const marked = await db.transaction().execute((trx) => toggleBookmark(trx, viewer, item.id))
  return toItem(args.request, item, { flash: marked ? 'bookmarked' : 'unbookmarked' })
}

export async function loader(args: LoaderFunctionArgs) {
  return toItem(args.request, await openItem(args))
}

async function openItem({ request, context, params }: LoaderFunctionArgs) {
  return found(await findItem(db, context.viewer, langOf(request), params.id ?? ''))
}

export default function Nothing() {
  return null
}
