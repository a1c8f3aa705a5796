import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { filePath } from '#app/domain/files/files.server.ts'
import { takeUpload } from '#app/http/item-files.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'

/** Keeps an image that is pasted into a text not sent yet; answers the script that sent it. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireWriter(args)
  const answer = await takeUpload(args, viewer, null)
  if (answer.done === 'added') return Response.json({ path: filePath(answer) })
  if (answer.done === 'remove') return Response.json({ error: 'forms.wrong' }, { status: 422 })
  return Response.json({ error: answer.errors.file ?? 'forms.wrong' }, { status: answer.status })
}

export function loader({ request }: LoaderFunctionArgs) {
  return redirectTo(langPath(request, ''))
}
