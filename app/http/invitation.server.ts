import type { ActionFunctionArgs } from '@remix-run/node'
import { findInvitation } from '#app/domain/spaces/invitations.server.ts'
import { tokenSchema } from '#app/domain/spaces/spaces.schema.server.ts'
import { db } from '#db/client.server.ts'
import { readForm } from './form.server.ts'
import { found } from './respond.server.ts'
import { requireViewer } from './viewer.server.ts'

/** The invitation that a form answers, if it is the signed-in person's own: for all others 404. */
export async function openInvitation(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const form = await readForm(args.request, tokenSchema)
  const token = form.ok ? form.input.token : ''
  return { viewer, invitation: found(await findInvitation(db, viewer, token)) }
}
