import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { removePasskey } from '#app/domain/users/second-factor.server.ts'
import { mailSecondFactor } from '#app/http/credential-mail.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireRecentProof } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireRecentProof(args)
  const which = { id: args.params.id ?? '', tell: mailSecondFactor('passkey_removed') }
  found((await removePasskey(db, viewer.id, which)) || null)
  return redirectTo(langPath(args.request, '/settings/security'), { flash: 'passkey_removed' })
}

export function loader({ request }: LoaderFunctionArgs) {
  return redirectTo(langPath(request, '/settings/security'))
}
