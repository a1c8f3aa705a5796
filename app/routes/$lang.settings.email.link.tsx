import type { ActionFunctionArgs } from '@remix-run/node'
import { findProfile } from '#app/domain/users/accounts.server.ts'
import { mailConfirmation } from '#app/http/credential-mail.server.ts'
import { requireTries } from '#app/http/limit.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

// Asks for a new link that confirms one's address.
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer({ request, context })
  await requireTries({ request, context }, ['mail', viewer.id])
  const { email } = await findProfile(db, viewer.id)
  if (!viewer.email_confirmed) {
    await db.transaction().execute((trx) => mailConfirmation(trx, { ...viewer, email }))
  }
  return redirectTo(langPath(request, '/settings/email'), { flash: 'mail_sent' })
}

export function loader() {
  found(null)
}

// A page, so that a refusal is one too.
export default function Nothing() {
  return null
}
