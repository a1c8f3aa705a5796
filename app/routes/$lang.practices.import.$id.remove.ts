import type { ActionFunctionArgs } from '@remix-run/node'
import { removeImport } from '#app/domain/imports/imports.server.ts'
import { openImport } from '#app/http/practice-import.server.ts'
import { found as foundOr404, langPath, redirectTo } from '#app/http/respond.server.ts'
import { db } from '#db/client.server.ts'

/** Forgets what was read of a file; the drafts that were made of it stay. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, found } = await openImport(args)
  await removeImport(db, viewer, found.id)
  return redirectTo(langPath(args.request, '/practices/import'), { flash: 'import_removed' })
}

export function loader() {
  foundOr404(null)
}
