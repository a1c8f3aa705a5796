import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { countDocuments } from '#app/domain/documents/documents.server.ts'
import { followsTopic } from '#app/domain/follows/topics.server.ts'
import { hasAsked } from '#app/domain/spaces/requests.server.ts'
import * as may from '#app/domain/spaces/spaces.policy.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import type { FoundSpace } from '#app/domain/spaces/spaces.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { langOf } from '#app/http/conversation.server.ts'
import { sharePage } from '#app/http/share.server.ts'
import { openSpace, standingIn } from '#app/http/space.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Follow } from '#app/ui/marks.tsx'
import { SpaceActions } from '#app/ui/space-actions.tsx'
import { SpaceHead } from '#app/ui/space-head.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<{ space: { name: string; purpose: string } }> = {
  title: (_, { space }) => space.name,
  description: (_, { space }) => space.purpose || undefined,
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = args.context
  const space = await openSpace(args)
  const { name, slug, purpose, lang, role, archived_at } = space
  return {
    space: { name, slug, purpose, lang, role, archived: archived_at !== null },
    // What a visitor is shown is a public space.
    share: viewer ? null : sharePage(`/spaces/${slug}`, langOf(args.request)),
    audience: await audienceOf(db, space),
    documents: await countDocuments(db, viewer, space.id),
    may: permissions(viewer, space),
    signedIn: viewer !== null,
    followed: await followsTopic(db, viewer, { space_id: space.id }),
    asked: viewer !== null && space.role === null && (await hasAsked(db, viewer, space)),
  }
}

export default function Space() {
  const { space, audience, documents, ...rest } = useLoaderData<typeof loader>()
  const current = useLocation().pathname.split('/')[4] ?? ''
  const tabs = [
    { page: '' },
    { page: 'members', count: audience.members },
    { page: 'documents', count: documents },
    ...(space.role ? [{ page: 'log' }] : []),
    ...(rest.may.own ? [{ page: 'settings' }] : []),
  ]
  return (
    <>
      <SpaceHead
        space={space}
        audience={audience}
        current={current}
        tabs={tabs}
        actions={
          current === '' ? (
            <>
              <SpaceActions slug={space.slug} {...rest} />
              {rest.followed === null ? null : (
                <Follow path={`/spaces/${space.slug}/follow`} on={rest.followed} />
              )}
            </>
          ) : null
        }
      />
      <Outlet />
    </>
  )
}

function permissions(viewer: Viewer, space: FoundSpace) {
  const standing = standingIn(space)
  return {
    write: may.canWriteInSpace(viewer, standing),
    join: may.canJoinSpace(viewer, standing),
    ask: may.canAskToJoinSpace(viewer, standing),
    later: may.couldJoinSpace(viewer, standing),
    own: may.canOwnSpace(viewer, standing),
    moderate: may.canModerateSpace(viewer, standing),
  }
}
