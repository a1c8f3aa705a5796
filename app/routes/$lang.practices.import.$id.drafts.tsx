import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countRows, listMade } from '#app/domain/imports/imports.server.ts'
import { openImport } from '#app/http/practice-import.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { ImportDraftsPage } from '#app/ui/import-drafts.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = {
  title: (t) => t('practices.import.drafts.title'),
  robots: 'noindex',
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, found } = await openImport(args)
  const after = Number(new URL(args.request.url).searchParams.get('after')) || 0
  const counts = await countRows(db, viewer, found.id)
  return {
    id: found.id,
    name: found.name,
    counts,
    ...(await listMade(db, viewer, found.id, after)),
  }
}

export default function ImportDrafts() {
  return <ImportDraftsPage {...useLoaderData<typeof loader>()} />
}
