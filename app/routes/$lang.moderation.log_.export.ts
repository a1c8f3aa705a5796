import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { readFormData } from '#app/http/form.server.ts'
import { readLogFilter } from '#app/http/log-filter.server.ts'
import { exportLog } from '#app/http/log-export.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireAdmin } from '#app/http/viewer.server.ts'
import { langOfPath } from '#app/i18n/locales.ts'

// Taking the log is on record, and so a form and no link.
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAdmin(args)
  const filter = readLogFilter(await readFormData(args.request))
  return exportLog(viewer, langOfPath(new URL(args.request.url).pathname), filter)
}

export async function loader(args: LoaderFunctionArgs) {
  await requireAdmin(args)
  return redirectTo(langPath(args.request, '/moderation/log'))
}
