import type { ActionFunctionArgs } from '@remix-run/node'
import { acceptInvitation } from '#app/domain/spaces/invitations.server.ts'
import { openInvitation } from '#app/http/invitation.server.ts'
import { found } from '#app/http/respond.server.ts'
import { toSpace } from '#app/http/space.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const { viewer, invitation } = await openInvitation(args)
  found((await acceptInvitation(db, viewer, invitation)) || null)
  return toSpace(args.request, invitation, '', 'space_joined')
}

export function loader() {
  return found(null)
}
