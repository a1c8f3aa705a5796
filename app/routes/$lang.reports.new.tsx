import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { itemPath } from '#app/domain/items/paths.ts'
import { reportSchema } from '#app/domain/moderation/moderation.schema.server.ts'
import { findReportable, reportItem } from '#app/domain/moderation/reports.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { requireTries } from '#app/http/limit.server.ts'
import { allowed, found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { ReportForm } from '#app/ui/moderation-report.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t) => t('reports.title'),
  robots: 'noindex',
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, item } = await openItem(args)
  const kept = await takeKeptForm(args.request, viewer.id)
  const { kind, title, lang, space_name } = item
  return {
    item: { kind, title, lang, path: itemPath(item) },
    closedSpace: item.visibility === 'private' ? space_name : null,
    kept: { reason: kept?.reason?.[0], note: kept?.note?.[0] },
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, item } = await openItem(args)
  const form = await readForm(args.request.clone(), reportSchema)
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })
  await requireTries(args, ['report', viewer.id])

  const isNew = await reportItem(db, viewer, item.id, form.input)
  return redirectTo(encodeURI(langPath(args.request, itemPath(item))), {
    flash: isNew ? 'reported' : 'reported_already',
  })
}

export default function NewReport() {
  const { kept, ...rest } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  return <ReportForm {...rest} values={{ ...kept, ...failure?.values }} errors={failure?.errors} />
}

async function openItem(args: LoaderFunctionArgs) {
  const viewer = await requireWriter(args)
  const { pathname, searchParams } = new URL(args.request.url)
  const id = searchParams.get('item') ?? ''
  const item = found(await findReportable(db, viewer, id, langOfPath(pathname)))
  allowed(!item.own)
  return { viewer, item }
}
