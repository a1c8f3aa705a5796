import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { filePath } from '#app/domain/files/files.server.ts'
import { takeUpload } from '#app/http/item-files.server.ts'
import { openToEdit } from '#app/http/practice-editing.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'

/** Keeps an image that is pasted into a text of the practice; answers the script that sent it. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, item } = await openToEdit(args)
  const answer = await takeUpload(args, viewer, item.id)
  if (answer.done === 'added') return Response.json({ path: filePath(answer) })
  if (answer.done === 'remove') return Response.json({ error: 'forms.wrong' }, { status: 422 })
  return Response.json({ error: answer.errors.file ?? 'forms.wrong' }, { status: answer.status })
}

export function loader({ request, params }: LoaderFunctionArgs) {
  return redirectTo(langPath(request, encodeURI(`/practices/${params.id}/files`)))
}
