import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { itemPath } from '#app/domain/items/paths.ts'
import { openEventAt, showEvent } from '#app/http/event-page.server.ts'
import { canonical } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { EventPage } from '#app/ui/event-page.tsx'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (_, { event }) => event.title,
  description: (_, { event }) => event.lead,
}

export async function loader(args: LoaderFunctionArgs) {
  const opened = await openEventAt(args)
  canonical(args.request, args.params.slug, itemPath(opened.event))
  return showEvent(args.context.viewer, opened)
}

export default function Event() {
  return <EventPage {...useLoaderData<typeof loader>()} />
}
