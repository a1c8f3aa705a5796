import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { changeRole, findMember } from '#app/domain/spaces/members.server.ts'
import { canOwnSpace } from '#app/domain/spaces/spaces.policy.ts'
import { roleSchema } from '#app/domain/spaces/spaces.schema.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found } from '#app/http/respond.server.ts'
import { backToSpace, openSpaceAs, toSpace } from '#app/http/space.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const { viewer, space } = await openSpaceAs(args, canOwnSpace)
  const member = found(await findMember(db, space.id, args.params.handle ?? ''))
  const form = await readForm(args.request, roleSchema)
  if (!form.ok) throw data(null, { status: 400 })
  const changed = await changeRole(db, viewer, space, { id: member.id, role: form.input.role })
  if (!changed) return toSpace(args.request, space, '/members?problem=last_owner')
  return toSpace(args.request, space, '/members', 'space_role_changed')
}

export function loader(args: LoaderFunctionArgs) {
  return backToSpace(args, '/members')
}
