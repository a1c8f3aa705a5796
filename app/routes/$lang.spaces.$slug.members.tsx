import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { listInvitations } from '#app/domain/spaces/invitations.server.ts'
import { listMembers } from '#app/domain/spaces/members.server.ts'
import { listRequests } from '#app/domain/spaces/requests.server.ts'
import * as may from '#app/domain/spaces/spaces.policy.ts'
import { invitationSchema } from '#app/domain/spaces/spaces.schema.server.ts'
import { requireTries } from '#app/http/limit.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { inviteByMail } from '#app/http/space-mail.server.ts'
import { openSpace, openSpaceAs, standingIn, toSpace } from '#app/http/space.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Notice } from '#app/ui/notice.tsx'
import { SpaceInvitations } from '#app/ui/space-invitations.tsx'
import { LeaveSpace, SpaceMembers } from '#app/ui/space-members.tsx'
import { SpaceRequests } from '#app/ui/space-requests.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('spaces.tabs.members'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const space = await openSpace(args)
  const { viewer } = args.context
  const standing = standingIn(space)
  const keeps = may.canModerateSpace(viewer, standing)
  const requests = keeps ? await listRequests(db, space) : []
  const problem = new URL(args.request.url).searchParams.get('problem')
  return {
    slug: space.slug,
    members: await listMembers(db, space.id),
    requests: requests.map(({ handle, name, note, created_at }) => ({
      ...{ handle, name, note, created_at },
    })),
    invitations: keeps ? await listInvitations(db, space) : [],
    may: {
      own: may.canOwnSpace(viewer, standing),
      invite: may.canInviteToSpace(viewer, standing),
      leave: may.isInSpace(viewer, standing),
    },
    problem: problem === 'last_owner',
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, space } = await openSpaceAs(args, may.canInviteToSpace)
  const form = await readForm(args.request.clone(), invitationSchema)
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })
  // Nobody's mailbox is to be filled by others.
  const { email } = form.input
  await requireTries(args, ['post', viewer.id], ['mail', `${viewer.id}:${email}`])

  await inviteByMail(viewer, space, form.input)
  return toSpace(args.request, space, '/members', 'space_invited')
}

export default function Members() {
  const { slug, members, requests, invitations, may, problem } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()

  return (
    <div className="stack-large">
      {problem ? <Notice tone="error">{t('spaces.errors.last_owner')}</Notice> : null}
      <SpaceRequests slug={slug} requests={requests} />
      <SpaceMembers slug={slug} members={members} owned={may.own} />
      {may.invite || invitations.length ? (
        <SpaceInvitations
          slug={slug}
          invitations={invitations}
          open={may.invite}
          values={failure?.values}
          errors={failure?.errors}
        />
      ) : null}
      {may.leave ? <LeaveSpace slug={slug} /> : null}
    </div>
  )
}
