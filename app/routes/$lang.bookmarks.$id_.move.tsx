import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { listFolders, moveBookmark } from '#app/domain/bookmarks/folders.server.ts'
import { folderPath } from '#app/domain/bookmarks/folders.ts'
import { findItem } from '#app/domain/posts/any-item.server.ts'
import { langOf } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

// `folder`: where to (empty: out of all of them); `list`: whose list one comes from.
const schema = z.object({
  folder: z.string().max(20).default(''),
  list: z.string().max(20).default('all'),
})

/** Puts a bookmark into one of one's folders, or out of them. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const lang = langOf(args.request)
  const item = found(await findItem(db, viewer, lang, args.params.id ?? ''))
  const form = await readForm(args.request, schema)
  const { folder, list } = form.ok ? form.input : { folder: '-', list: 'all' }
  const folders = await listFolders(db, viewer)
  const id = folder && found(folders.find((one) => one.id === folder)).id
  await moveBookmark(db, viewer, item.id, id || null)
  const back = folderPath(list === 'all' ? undefined : list)
  return redirectTo(langPath(args.request, back), { flash: 'bookmark_moved' })
}

export function loader({ request }: LoaderFunctionArgs) {
  return redirectTo(langPath(request, '/bookmarks'))
}

export default function Nothing() {
  return null
}
