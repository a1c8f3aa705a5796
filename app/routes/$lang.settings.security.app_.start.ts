import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { startTotp } from '#app/domain/users/second-factor.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireRecentProof } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireRecentProof(args)
  await startTotp(db, viewer.id)
  return redirectTo(langPath(args.request, '/settings/security/app') + searchOf(args.request))
}

export function loader({ request }: LoaderFunctionArgs) {
  return redirectTo(langPath(request, '/settings/security') + searchOf(request))
}

function searchOf(request: Request) {
  return new URL(request.url).search
}
