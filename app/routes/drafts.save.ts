import type { ActionFunctionArgs } from '@remix-run/node'
import { saveDraft } from '#app/domain/drafts/drafts.server.ts'
import { canWrite } from '#app/domain/users/users.policy.ts'
import { typedIn } from '#app/http/composer.server.ts'
import { readFormData } from '#app/http/form.server.ts'
import { countTries } from '#app/http/limit.server.ts'
import { found } from '#app/http/respond.server.ts'
import { db } from '#db/client.server.ts'

// What a composer's script posts while one types; without a script its button does the same.
export async function action({ request, context }: ActionFunctionArgs) {
  if (!context.viewer) return new Response(null, { status: 401 })
  if (!canWrite(context.viewer)) return new Response(null, { status: 403 })
  const wait = await countTries(context, ['act', context.viewer.id])
  if (wait) return new Response(null, { status: 429 })
  const form = await readFormData(request)
  const savedAt = await saveDraft(db, context.viewer.id, String(form.get('draft')), typedIn(form))
  return new Response(null, { status: savedAt ? 204 : 422 })
}

export function loader() {
  found(null)
}
