import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { confirmEmail } from '#app/domain/users/emails.server.ts'
import { findToken } from '#app/domain/users/tokens.server.ts'
import { mailAddressChanged } from '#app/http/credential-mail.server.ts'
import { langPath, redirectTo, wayOn } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DeadLink } from '#app/ui/dead-link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('accounts.confirm.title'), robots: 'noindex' }

// Mail scanners open every link: looking at this page uses nothing up, its button does.
export async function loader({ request }: LoaderFunctionArgs) {
  const token = await findToken(db, ['confirm_email', 'change_email'], secretOf(request))
  return data({ email: token?.email ?? null }, { status: token ? 200 : 410 })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const done = await db.transaction().execute(async (trx) => {
    const confirmed = await confirmEmail(trx, secretOf(request))
    if (confirmed?.kind === 'change_email') {
      await mailAddressChanged(trx, confirmed.person, confirmed.email)
    }
    return confirmed
  })
  if (!done) return data(null, { status: 410 })
  const next = wayOn(request, langPath(request, '/settings/seats'))
  const signIn = `${langPath(request, '/login')}?to=${encodeURIComponent(next)}`
  return redirectTo(context.viewer ? next : signIn, { flash: 'email_confirmed' })
}

export default function Confirm() {
  const { email } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  if (!email) {
    const again = <ButtonLink to="/settings/email">{t('accounts.confirm.again')}</ButtonLink>
    return <DeadLink text={t('accounts.confirm.dead')} action={again} />
  }
  return (
    <div className="narrow stack">
      <PageTitle title={t('accounts.confirm.title')} lead={t('accounts.confirm.lead')} />
      <p>
        <bdi>{email}</bdi>
      </p>
      <Form method="post">
        <Button>{t('accounts.confirm.submit')}</Button>
      </Form>
    </div>
  )
}

function secretOf(request: Request) {
  return new URL(request.url).searchParams.get('token') ?? ''
}
