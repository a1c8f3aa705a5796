import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { reasonSchema } from '#app/domain/moderation/moderation.schema.server.ts'
import { listRequests } from '#app/domain/spaces/requests.server.ts'
import { canAnswerRequests } from '#app/domain/spaces/spaces.policy.ts'
import { reasonIn } from '#app/http/answer.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed, found, langPath, redirectTo, safePath } from '#app/http/respond.server.ts'
import { answerRequest } from '#app/http/space-mail.server.ts'
import { backToSpace, openSpaceAs } from '#app/http/space.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const { viewer, space } = await openSpaceAs(args, canAnswerRequests)
  const form = await readForm(args.request, reasonSchema('refuse_join', { needed: false }))
  if (!form.ok) throw data(null, { status: 422 })
  const waiting = await listRequests(db, space)
  const request = found(waiting.find(({ handle }) => handle === args.params.handle))
  allowed(request.id !== viewer.id)
  const reason = reasonIn(request.lang, 'refuse_join', form.input)
  const undo = await answerRequest(viewer, space, request, { admitted: false, reason })
  const members = langPath(args.request, encodeURI(`/spaces/${space.slug}/members`))
  return redirectTo(safePath(form.input.to, members), { flash: 'space_refused', undo })
}

export function loader(args: LoaderFunctionArgs) {
  return backToSpace(args, '/members')
}
