import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answerCredit, listAsked } from '#app/domain/practices/contributors.server.ts'
import { openThreadAt } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { CreditPage } from '#app/ui/practice-credit.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('practices.credit.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args)
  const { thread } = await openThreadAt(args)
  const asked = await listAsked(db, viewer, thread.id)
  found(asked.length > 0 || null)
  return { thread: { id: thread.id, title: thread.title, lang: thread.lang }, asked }
}

const schema = z.object({
  practice: z.string().max(20, 'forms.wrong'),
  state: z.enum(['agreed', 'declined'], 'forms.wrong'),
})

/** Keeps what somebody answers who was asked for their words. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const { thread } = await openThreadAt(args)
  const form = await readForm(args.request, schema)
  if (!form.ok) throw data(null, { status: 400 })
  const { practice, state } = form.input
  const asked = await listAsked(db, viewer, thread.id)
  found(asked.some(({ practice_id }) => practice_id === practice) || null)
  await answerCredit(db, viewer, practice, state)
  const here = langPath(args.request, `/threads/${thread.id}/credit`)
  return redirectTo(here, { flash: `credit_${state}` })
}

export default function Credit() {
  return <CreditPage {...useLoaderData<typeof loader>()} />
}
