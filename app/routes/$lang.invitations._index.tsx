import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { findInvitation } from '#app/domain/spaces/invitations.server.ts'
import { found } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Audience } from '#app/ui/audience.tsx'
import { Button } from '#app/ui/button.tsx'
import { inLanguage } from '#app/ui/link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('spaces.invitation.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args)
  const token = new URL(args.request.url).searchParams.get('token') ?? ''
  const invitation = found(await findInvitation(db, viewer, token))
  const { name, lang, purpose, role, inviter, visibility } = invitation
  const audience = { visibility, members: invitation.members ?? 0 }
  return { token, invitation: { name, lang, purpose, role, inviter }, audience }
}

export default function Invitation() {
  const { token, invitation, audience } = useLoaderData<typeof loader>()
  const { name, lang, purpose, role, inviter } = invitation
  const { t } = useTranslation()

  return (
    <div className="stack">
      <PageTitle
        title={name}
        lang={lang}
        lead={t('spaces.invitation.lead', { inviter: inviter ?? t('site.network') })}
        meta={<Audience audience={audience} />}
      />
      {purpose ? (
        <p lang={lang} dir="auto">
          {purpose}
        </p>
      ) : null}
      <p>{t('spaces.invitation.role', { role: t(`spaces.roles.${role}_hint`) })}</p>
      <p>{t('spaces.invitation.seen')}</p>
      <div className="actions">
        <Answer verb="accept" token={token} />
        <Answer verb="decline" token={token} />
      </div>
    </div>
  )
}

function Answer({ verb, token }: { verb: 'accept' | 'decline'; token: string }) {
  const { t } = useTranslation()
  return (
    <form method="post" noValidate action={inLanguage(useLang(), `/invitations/${verb}`)}>
      <input type="hidden" name="token" value={token} />
      <Button variant={verb === 'accept' ? 'primary' : 'secondary'}>
        {t(`spaces.invitation.${verb}`)}
      </Button>
    </form>
  )
}
