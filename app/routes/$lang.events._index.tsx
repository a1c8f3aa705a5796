import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canMakeEvent } from '#app/domain/events/events.policy.ts'
import { listEvents } from '#app/domain/events/events.server.ts'
import { readCursor } from '#app/domain/items/page.ts'
import { langOf } from '#app/http/conversation.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { EventList } from '#app/ui/event-list.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = {
  title: (t) => t('events.title'),
  description: (t) => t('events.lead'),
  feeds: ['events'],
}

export async function loader({ request, context: { viewer } }: LoaderFunctionArgs) {
  const after = readCursor(new URL(request.url).searchParams.get('after'))
  const page = await listEvents(db, viewer, langOf(request), after)
  return { ...page, mayMake: canMakeEvent(viewer) }
}

export default function Events() {
  return <EventList {...useLoaderData<typeof loader>()} />
}
