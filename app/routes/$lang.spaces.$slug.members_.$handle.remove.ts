import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { findMember, removeMember } from '#app/domain/spaces/members.server.ts'
import { canOwnSpace } from '#app/domain/spaces/spaces.policy.ts'
import { found } from '#app/http/respond.server.ts'
import { backToSpace, openSpaceAs, toSpace } from '#app/http/space.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const { viewer, space } = await openSpaceAs(args, canOwnSpace)
  const member = found(await findMember(db, space.id, args.params.handle ?? ''))
  const removed = await removeMember(db, viewer, space, member)
  if (!removed) return toSpace(args.request, space, '/members?problem=last_owner')
  return toSpace(args.request, space, '/members', 'space_member_removed')
}

export function loader(args: LoaderFunctionArgs) {
  return backToSpace(args, '/members')
}
