import type { ActionFunctionArgs } from '@remix-run/node'
import { passkeyOptions } from '#app/http/passkey.server.ts'
import { found } from '#app/http/respond.server.ts'
import { requireRecentProof } from '#app/http/viewer.server.ts'

export async function action(args: ActionFunctionArgs) {
  return passkeyOptions(args.request, await requireRecentProof(args))
}

export function loader() {
  found(null)
}
