import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listImports } from '#app/domain/imports/imports.server.ts'
import { takeImport } from '#app/http/practice-import.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireMember } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { ImportFilePage } from '#app/ui/import-file.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('practices.import.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args)
  return { imports: await listImports(db, viewer) }
}

/** Reads a file, which may take some seconds in its own thread, and leads to what its columns become. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args)
  const taken = await takeImport(args, viewer)
  if (!taken.ok) return data({ error: taken.error }, { status: taken.status })
  return redirectTo(langPath(args.request, `/practices/import/${taken.id}`))
}

export default function ImportFile() {
  const failed = useActionData<typeof action>()
  return <ImportFilePage {...useLoaderData<typeof loader>()} error={failed?.error} />
}
