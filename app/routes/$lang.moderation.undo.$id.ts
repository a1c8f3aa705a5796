import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { actSchema } from '#app/domain/moderation/moderation.schema.server.ts'
import { undoAct } from '#app/domain/moderation/undo.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { langPath, redirectTo, safePath } from '#app/http/respond.server.ts'
import { requireRoleInForce, requireWriter } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireWriter(args)
  await requireRoleInForce(args, viewer)
  const form = await readForm(args.request, actSchema)
  const undone = await undoAct(db, viewer, args.params.id ?? '')
  const back = safePath(form.ok ? form.input.to : null, langPath(args.request, '/moderation'))
  return redirectTo(back, { flash: undone ? 'moderation_undone' : 'moderation_undo_late' })
}

export async function loader({ request }: LoaderFunctionArgs) {
  return redirectTo(langPath(request, '/moderation'))
}
