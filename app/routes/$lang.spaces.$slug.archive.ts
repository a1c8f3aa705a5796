import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { canOwnSpace } from '#app/domain/spaces/spaces.policy.ts'
import { archiveSpace } from '#app/domain/spaces/write.server.ts'
import { backToSpace, openSpaceAs, toSpace } from '#app/http/space.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const { viewer, space } = await openSpaceAs(args, canOwnSpace)
  await archiveSpace(db, viewer, space, true)
  return toSpace(args.request, space, '', 'space_archived')
}

export function loader(args: LoaderFunctionArgs) {
  return backToSpace(args, '/settings')
}
