import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { leaveSpace } from '#app/domain/spaces/members.server.ts'
import { isInSpace } from '#app/domain/spaces/spaces.policy.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { backToSpace, openSpaceAs, toSpace } from '#app/http/space.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const { viewer, space } = await openSpaceAs(args, isInSpace)
  const left = await leaveSpace(db, viewer, space)
  if (!left) return toSpace(args.request, space, '/members?problem=last_owner')
  return redirectTo(langPath(args.request, '/spaces'), { flash: 'space_left' })
}

export function loader(args: LoaderFunctionArgs) {
  return backToSpace(args, '/members')
}
