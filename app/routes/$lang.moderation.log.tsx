import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readCursor } from '#app/domain/items/page.ts'
import { listLog } from '#app/domain/moderation/log.server.ts'
import { isAdmin } from '#app/domain/users/viewer.ts'
import { readLogFilter } from '#app/http/log-filter.server.ts'
import { requireFacilitator } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { LogPage } from '#app/ui/moderation-log.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('moderation.log.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireFacilitator(args)
  const { pathname, searchParams } = new URL(args.request.url)
  const filter = readLogFilter(searchParams)
  const before = readCursor(searchParams.get('before'))
  return {
    filter,
    page: await listLog(db, viewer, langOfPath(pathname), { ...filter, before }),
    isFirst: before === undefined,
    mayExport: isAdmin(viewer),
  }
}

export default function Log() {
  return <LogPage {...useLoaderData<typeof loader>()} />
}
