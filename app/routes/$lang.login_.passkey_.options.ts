import type { ActionFunctionArgs } from '@remix-run/node'
import { passkeyOptions } from '#app/http/passkey.server.ts'
import { requireTries } from '#app/http/limit.server.ts'
import { found } from '#app/http/respond.server.ts'

export async function action(args: ActionFunctionArgs) {
  await requireTries(args, ['passkey', args.context.ip])
  return passkeyOptions(args.request, null)
}

export function loader() {
  found(null)
}
