import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { toggleBookmark } from '#app/domain/bookmarks/bookmarks.server.ts'
import { folderPath } from '#app/domain/bookmarks/folders.ts'
import { findItem } from '#app/domain/posts/any-item.server.ts'
import { langOf, limitDeeds, toItem } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

// `list`: back to the list of bookmarks or (by its id) to a folder, not to what was marked.
const schema = z.object({ list: z.string().max(20).optional() })

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const item = await openItem(args)
  await limitDeeds(args, viewer)
  const form = await readForm(args.request, schema)
  const marked = await db.transaction().execute((trx) => toggleBookmark(trx, viewer, item.id))
  const flash = marked ? 'bookmarked' : 'unbookmarked'
  const list = form.ok && form.input.list
  if (list) {
    const folder = list === 'all' ? undefined : list
    return redirectTo(langPath(args.request, folderPath(folder)), { flash })
  }
  return toItem(args.request, item, { flash })
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
