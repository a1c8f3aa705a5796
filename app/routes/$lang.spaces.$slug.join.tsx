import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { joinSpace } from '#app/domain/spaces/members.server.ts'
import { askToJoin } from '#app/domain/spaces/requests.server.ts'
import { canAskToJoinSpace, canJoinSpace } from '#app/domain/spaces/spaces.policy.ts'
import { requestSchema } from '#app/domain/spaces/spaces.schema.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireTries } from '#app/http/limit.server.ts'
import { backToSpace, openSpaceAs, standingIn, toSpace } from '#app/http/space.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const { viewer, space } = await openSpaceAs(
    args,
    (who, standing) => canJoinSpace(who, standing) || canAskToJoinSpace(who, standing),
  )
  await requireTries(args, ['post', viewer.id])
  if (canJoinSpace(viewer, standingIn(space))) {
    await joinSpace(db, viewer, space)
    return toSpace(args.request, space, '', 'space_joined')
  }
  const form = await readForm(args.request, requestSchema)
  if (!form.ok) throw data(null, { status: 400 })
  await askToJoin(db, viewer, space, form.input.note)
  return toSpace(args.request, space, '', 'space_asked')
}

export function loader(args: LoaderFunctionArgs) {
  return backToSpace(args)
}

// A page, so that a refusal is one too.
export default function Nothing() {
  return null
}
