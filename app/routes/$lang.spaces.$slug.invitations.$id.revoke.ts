import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { revokeInvitation } from '#app/domain/spaces/invitations.server.ts'
import { canModerateSpace } from '#app/domain/spaces/spaces.policy.ts'
import { found } from '#app/http/respond.server.ts'
import { backToSpace, openSpaceAs, toSpace } from '#app/http/space.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const { viewer, space } = await openSpaceAs(args, canModerateSpace)
  const revoked = await revokeInvitation(db, viewer, space, args.params.id ?? '')
  found(revoked || null)
  return toSpace(args.request, space, '/members', 'space_invitation_revoked')
}

export function loader(args: LoaderFunctionArgs) {
  return backToSpace(args, '/members')
}
