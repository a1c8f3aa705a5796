import { type ActionFunctionArgs, data } from '@remix-run/node'
import { findProfile } from '#app/domain/users/accounts.server.ts'
import { mailConfirmation } from '#app/http/credential-mail.server.ts'
import { countTries } from '#app/http/limit.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { db } from '#db/client.server.ts'

// Asks for a new link that confirms one's address.
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer({ request, context })
  const wait = await countTries(['mail', viewer.id])
  if (wait) throw data(null, { status: 429, headers: { 'Retry-After': String(wait) } })
  const { email } = await findProfile(db, viewer.id)
  if (!viewer.email_confirmed) {
    await db.transaction().execute((trx) => mailConfirmation(trx, { ...viewer, email }))
  }
  return redirectTo(langPath(request, '/settings/email'), { flash: 'mail_sent' })
}

export function loader() {
  found(null)
}
