import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readCursor } from '#app/domain/items/page.ts'
import { listNotifications, markRead } from '#app/domain/notifications/list.server.ts'
import { langOf } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { NotificationList } from '#app/ui/notification-list.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('notifications.title'), robots: 'noindex' }

const schema = z.object({ id: z.string().optional() })

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args)
  const after = readCursor(new URL(args.request.url).searchParams.get('after'))
  return listNotifications(db, viewer, langOf(args.request), after)
}

// One of them, or all when none is named.
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const form = await readForm(args.request, schema)
  await markRead(db, viewer, form.ok ? form.input.id : undefined)
  return redirectTo(langPath(args.request, '/notifications'))
}

export default function Notifications() {
  return <NotificationList {...useLoaderData<typeof loader>()} />
}
