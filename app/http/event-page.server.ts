import type { LoaderFunctionArgs } from '@remix-run/node'
import { canEditEvent, canMakeEvent, presentingSeat } from '#app/domain/events/events.policy.ts'
import { findEvent } from '#app/domain/events/events.server.ts'
import { findPresentation, listPresentations } from '#app/domain/events/presentations.server.ts'
import { stateOf } from '#app/domain/events/presentations.ts'
import { firstWords } from '#app/domain/text/markdown.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { langOf } from './conversation.server.ts'
import { linkedEvent } from './linked-data.server.ts'
import { allowed, found } from './respond.server.ts'
import { passOn, shareItem } from './share.server.ts'
import { requireFacilitator, requireMember, requireWriter } from './viewer.server.ts'

/** Whoever lists events; others are asked to sign in, or get the answer 403. */
export async function requireEventMaker(args: LoaderFunctionArgs) {
  const viewer = await requireFacilitator(args)
  allowed(canMakeEvent(viewer))
  return viewer
}

/** The event of the address; absent or not for this viewer: 404. */
export async function openEventAt({ request, context, params }: LoaderFunctionArgs) {
  const lang = langOf(request)
  return { lang, event: found(await findEvent(db, context.viewer, lang, params.id ?? '')) }
}

/** The same, for whoever changes it and what it lists: others get the answer 403. */
export async function openToEditEvent(args: LoaderFunctionArgs) {
  const viewer = await requireWriter(args)
  const opened = await openEventAt(args)
  allowed(canEditEvent(viewer, opened.event))
  return { viewer, ...opened }
}

/** The presentation of the address, for whoever changes what its event lists. */
export async function openToEditPresentation(args: LoaderFunctionArgs) {
  const opened = await openToEditEvent(args)
  const { viewer, lang, event } = opened
  const of = { eventId: event.id, id: args.params.presentation ?? '' }
  return { ...opened, presentation: found(await findPresentation(db, viewer, lang, of)) }
}

/** The same, for a seat of the collectivity that gave it. */
export async function openToAnswer(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args)
  const { lang, event } = await openEventAt(args)
  const of = { eventId: event.id, id: args.params.presentation ?? '' }
  const presentation = found(await findPresentation(db, viewer, lang, of))
  allowed(presentingSeat(viewer, event, presentation.place.code) !== undefined)
  return { viewer, lang, event, presentation }
}

type Opened = Awaited<ReturnType<typeof openEventAt>>

/** All that an event's page shows: its facts, and what was presented as far as this viewer may know. */
export async function showEvent(viewer: Viewer, { lang, event }: Opened) {
  const { source, author_id, hidden_by: _, space_id: __, titles: ___, ...rest } = event
  const head = { ...rest, lead: firstWords(source).replace(/\s+/g, ' ').slice(0, 160) }
  const presentations = await listPresentations(db, viewer, lang, event.id)
  return {
    event: head,
    presentations: presentations.map((one) => ({
      ...one,
      state: stateOf(one),
      own: presentingSeat(viewer, event, one.place.code) !== undefined,
    })),
    share: viewer
      ? null
      : shareItem(event, { lang, linked: (address) => linkedEvent(head, { address }) }),
    pass: passOn(event),
    may: {
      edit: canEditEvent(viewer, event),
      report: author_id !== viewer?.id,
      moderate: event.steward,
    },
    signedIn: viewer !== null,
  }
}
