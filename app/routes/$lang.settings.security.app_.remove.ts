import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { removeTotp } from '#app/domain/users/second-factor.server.ts'
import { mailSecondFactor } from '#app/http/credential-mail.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireRecentProof } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireRecentProof(args)
  await removeTotp(db, viewer.id, mailSecondFactor('app_removed'))
  return redirectTo(langPath(args.request, '/settings/security'), {
    flash: 'app_removed',
  })
}

export function loader({ request }: LoaderFunctionArgs) {
  return redirectTo(langPath(request, '/settings/security'))
}
