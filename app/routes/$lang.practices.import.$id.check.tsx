import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { Outcome } from '#app/domain/imports/fields.ts'
import { countRows, pageOfRows } from '#app/domain/imports/imports.server.ts'
import { makeDrafts, planRows } from '#app/domain/imports/make.server.ts'
import { importWords } from '#app/http/import-words.server.ts'
import { requireTries } from '#app/http/limit.server.ts'
import { openImport } from '#app/http/practice-import.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { ImportCheckPage } from '#app/ui/import-check.tsx'
import { sideBySide } from '#app/http/import-sides.server.ts'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = {
  title: (t) => t('practices.import.check.title'),
  robots: 'noindex',
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, found } = await openImport(args)
  if (!found.checked_at) throw redirect(langPath(args.request, `/practices/import/${found.id}`))
  const url = new URL(args.request.url)
  const lang = langOfPath(url.pathname)
  const after = Number(url.searchParams.get('after')) || 0
  const asked = url.searchParams.get('show')
  const show: Outcome | 'all' =
    asked === 'gaps' || asked === 'out' || asked === 'fit' ? asked : 'all'
  const { rows, next } = await pageOfRows(db, viewer, found.id, { after, show })
  const plan = await planRows(db, viewer, rows, { from: found, words: importWords() })
  return {
    id: found.id,
    name: found.name,
    show,
    next,
    counts: await countRows(db, viewer, found.id),
    rows: sideBySide(lang, found, plan),
  }
}

/** Makes the drafts; what one press leaves, the next goes on with. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, found } = await openImport(args)
  if (!found.checked_at) throw redirect(langPath(args.request, `/practices/import/${found.id}`))
  await requireTries(args, ['post', viewer.id])
  await makeDrafts(db, viewer, found.id, importWords())
  return redirectTo(langPath(args.request, `/practices/import/${found.id}/drafts`))
}

export default function ImportCheck() {
  return <ImportCheckPage {...useLoaderData<typeof loader>()} />
}
