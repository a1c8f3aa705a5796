import type { ActionFunctionArgs } from '@remix-run/node'
import { declineInvitation } from '#app/domain/spaces/invitations.server.ts'
import { openInvitation } from '#app/http/invitation.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const { viewer, invitation } = await openInvitation(args)
  await declineInvitation(db, viewer, invitation)
  const path = langPath(args.request, '/spaces')
  return redirectTo(path, { flash: 'space_invitation_declined' })
}

export function loader() {
  return found(null)
}
