import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { actSchema } from '#app/domain/moderation/moderation.schema.server.ts'
import { listRequests } from '#app/domain/spaces/requests.server.ts'
import { canAdmitToSpace } from '#app/domain/spaces/spaces.policy.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed, found, langPath, redirectTo, safePath } from '#app/http/respond.server.ts'
import { answerRequest } from '#app/http/space-mail.server.ts'
import { backToSpace, openSpaceAs } from '#app/http/space.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const { viewer, space } = await openSpaceAs(args, canAdmitToSpace)
  const form = await readForm(args.request, actSchema)
  if (!form.ok) throw data(null, { status: 422 })
  const waiting = await listRequests(db, space)
  const request = found(waiting.find(({ handle }) => handle === args.params.handle))
  allowed(request.id !== viewer.id)
  const undo = await answerRequest(viewer, space, request, { admitted: true })
  const members = langPath(args.request, encodeURI(`/spaces/${space.slug}/members`))
  return redirectTo(safePath(form.input.to, members), { flash: 'space_admitted', undo })
}

export function loader(args: LoaderFunctionArgs) {
  return backToSpace(args, '/members')
}
