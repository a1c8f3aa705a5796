import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { findDocument, removeDocument } from '#app/domain/documents/documents.server.ts'
import { findSpaceById } from '#app/domain/spaces/spaces.server.ts'
import { allowed, found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { toSpace } from '#app/http/space.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const document = found(await findDocument(db, viewer, args.params.id ?? ''))
  const space = found(await findSpaceById(db, viewer, document.space_id ?? ''))
  allowed(document.may_remove === 1)
  await removeDocument(db, viewer, document)
  return toSpace(args.request, space, '/documents', 'document_removed')
}

export function loader({ request, params }: LoaderFunctionArgs) {
  return redirectTo(langPath(request, encodeURI(`/documents/${params.id}`)))
}
