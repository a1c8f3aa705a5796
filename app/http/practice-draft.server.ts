import { findDraft, forgetDraft } from '#app/domain/drafts/drafts.server.ts'
import { db } from '#db/client.server.ts'
import { readFormData } from './form.server.ts'
import { takeKeptForm } from './kept-form.server.ts'
import { keptValues } from './practice-form.server.ts'
import { redirectTo } from './respond.server.ts'

/**
 * What is kept of a practice's form: by a sign-in that expired while it was sent, else by the form itself
 * while one typed. The revision that the edit began from is among the values, so that what was saved
 * meanwhile is seen when it is sent.
 */
export async function openKept(request: Request, viewer: { id: string }, form: string) {
  const sent = keptValues(await takeKeptForm(request, viewer.id))
  const draft = await findDraft(db, viewer.id, form)
  return {
    values: sent ?? keptValues(draft ? unchecked(draft.values) : null),
    returned: sent ? ('sent' as const) : draft ? ('typed' as const) : null,
    draft: { form, savedAt: draft?.savedAt ?? null },
  }
}

/** Throws away what is kept where that was asked for: gives the way back to the form, else null. */
export async function discarded(request: Request, viewer: { id: string }, form: string) {
  const posted = await readFormData(request.clone())
  if (posted.get('intent') !== 'discard') return null
  await forgetDraft(db, viewer.id, form)
  const { pathname, search } = new URL(request.url)
  return redirectTo(pathname + search)
}

// That a text was looked through is said of the text as it then was.
function unchecked({ checked: _, ...values }: Record<string, string[]>) {
  return values
}
