import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { draftFromPresentation } from '#app/domain/events/answers.server.ts'
import { findPresentation } from '#app/domain/events/presentations.server.ts'
import { stateOf } from '#app/domain/events/presentations.ts'
import { toItem } from '#app/http/conversation.server.ts'
import { openToAnswer } from '#app/http/event-page.server.ts'
import { requireTries } from '#app/http/limit.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { db } from '#db/client.server.ts'

/** Makes the draft of what was presented, or leads to what there is of it already. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, lang, event, presentation } = await openToAnswer(args)
  await requireTries(args, ['post', viewer.id])
  const of = { eventId: event.id, id: presentation.id }
  return db.transaction().execute(async (trx) => {
    const latest = found(await findPresentation(trx, viewer, lang, of))
    const { written } = latest
    if (written && stateOf(latest) === 'written') return toItem(args.request, written)
    const id = written?.id ?? (await draftFromPresentation(trx, viewer, event, latest))
    const flash = written ? undefined : 'practice_keep'
    return redirectTo(langPath(args.request, `/practices/${id}/edit`), { flash })
  })
}

export function loader({ request, params }: LoaderFunctionArgs) {
  return redirectTo(langPath(request, encodeURI(`/events/${params.id}`)))
}
