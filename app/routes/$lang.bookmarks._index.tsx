import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'

import { listFolders } from '#app/domain/bookmarks/folders.server.ts'
import { listMarked } from '#app/domain/items/marked.server.ts'
import { readCursor } from '#app/domain/items/page.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { langOf } from '#app/http/conversation.server.ts'
import { found } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { BookmarkList } from '#app/ui/bookmark-list.tsx'
import { inLanguage } from '#app/ui/link.tsx'
import { tellSaved } from '#app/ui/offline/device.ts'
import { RecentlySeen } from '#app/ui/offline/recently-seen.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('bookmarks.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args)
  const { searchParams } = new URL(args.request.url)
  const folders = await listFolders(db, viewer)
  const asked = searchParams.get('folder')
  const folder = asked ? found(folders.find(({ id }) => id === asked)).id : undefined
  const after = readCursor(searchParams.get('after'))
  const page = await listMarked(db, viewer, langOf(args.request), {
    table: 'bookmark',
    after,
    folder,
  })
  const { rows, next, folders: lies } = page
  const isFirst = after === undefined && folder === undefined
  return { rows, next, lies, folders, folder, isFirst, viewer: viewer.id }
}

export default function Bookmarks() {
  const { isFirst, viewer, ...page } = useLoaderData<typeof loader>()
  const { rows } = page
  const lang = useLang()
  useEffect(() => {
    if (isFirst) tellSaved(rows.map((card) => inLanguage(lang, itemPath(card))))
  }, [rows, isFirst, lang])
  return (
    <>
      <BookmarkList {...page} />
      {isFirst ? <RecentlySeen viewer={viewer} /> : null}
    </>
  )
}
