import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { listRequests } from '#app/domain/spaces/requests.server.ts'
import { canInviteToSpace } from '#app/domain/spaces/spaces.policy.ts'
import { found } from '#app/http/respond.server.ts'
import { answerRequest } from '#app/http/space-mail.server.ts'
import { backToSpace, openSpaceAs, toSpace } from '#app/http/space.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const { viewer, space } = await openSpaceAs(args, canInviteToSpace)
  const waiting = await listRequests(db, space)
  const request = found(waiting.find(({ handle }) => handle === args.params.handle))
  await answerRequest(viewer, space, request, true)
  return toSpace(args.request, space, '/members', 'space_admitted')
}

export function loader(args: LoaderFunctionArgs) {
  return backToSpace(args, '/members')
}
