import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readCursor } from '#app/domain/items/page.ts'
import { QUEUE_KINDS } from '#app/domain/moderation/moderation.limits.ts'
import { countWaiting, listQueue, moderatesSomeSpace } from '#app/domain/moderation/queue.server.ts'
import { canModerateSpace } from '#app/domain/spaces/spaces.policy.ts'
import { findSpace } from '#app/domain/spaces/spaces.server.ts'
import { isFacilitator, type SignedIn } from '#app/domain/users/viewer.ts'
import { allowed, found } from '#app/http/respond.server.ts'
import { requireRoleInForce, requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { QueuePage } from '#app/ui/queue-page.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { space }) =>
    space ? t('moderation.title_space', { space: space.name }) : t('moderation.title'),
  robots: 'noindex',
}

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args)
  await requireRoleInForce(args, viewer)
  const { pathname, searchParams } = new URL(args.request.url)
  const kind = QUEUE_KINDS.find((one) => one === searchParams.get('kind'))
  const space = await openScope(viewer, searchParams.get('space'))
  const scope = { space: space?.id }
  const after = readCursor(searchParams.get('after'))
  return {
    kind: kind ?? null,
    space,
    facilitator: isFacilitator(viewer),
    counts: await countWaiting(db, viewer, scope),
    page: await listQueue(db, viewer, langOfPath(pathname), { kind, after, ...scope }),
    isFirst: after === undefined,
  }
}

export default function Queue() {
  return <QueuePage {...useLoaderData<typeof loader>()} />
}

// One space's queue, or all that the viewer keeps in order.
async function openScope(viewer: SignedIn, slug: string | null) {
  if (!slug) {
    allowed(isFacilitator(viewer) || (await moderatesSomeSpace(db, viewer)))
    return null
  }
  const space = found(await findSpace(db, viewer, slug))
  const open = space.visibility !== 'private' && isFacilitator(viewer)
  allowed(open || canModerateSpace(viewer, { space, role: space.role }))
  return { id: space.id, slug: space.slug, name: space.name }
}
