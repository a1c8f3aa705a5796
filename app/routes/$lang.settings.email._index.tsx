import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { findProfile, isPasswordOf } from '#app/domain/users/accounts.server.ts'
import { changeEmailSchema } from '#app/domain/users/users.schema.server.ts'
import { mailChangeOfAddress } from '#app/http/credential-mail.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { hasKeptForm } from '#app/http/kept-form.server.ts'
import { countTries, errorAnswer, waitAnswer } from '#app/http/limit.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormProblem } from '#app/ui/form-problem.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { db } from '#db/client.server.ts'
import { SiteForm } from '#app/ui/site-form.tsx'

export const handle: PageHandle = { title: (t) => t('settings.tabs.email'), robots: 'noindex' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer({ request, context })
  const { email, email_confirmed_at } = await findProfile(db, viewer.id)
  const needed = new URL(request.url).searchParams.has('needed') && !email_confirmed_at
  return { email, confirmed: email_confirmed_at !== null, needed, kept: await hasKeptForm(request) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer({ request, context })
  const form = await readForm(request, changeEmailSchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  const { email, current_password } = form.input
  const wait = await countTries(context, ['password', viewer.id], ['mail', viewer.id])
  if (wait) return waitAnswer(wait, form.input)
  if (!(await isPasswordOf(db, viewer.id, current_password))) {
    return errorAnswer({ current_password: 'accounts.errors.current_password' }, form.input)
  }

  const { email: present } = await findProfile(db, viewer.id)
  if (email !== present) {
    const person = { ...viewer, email: present }
    await db.transaction().execute((trx) => mailChangeOfAddress(trx, person, email))
  }
  return redirectTo(langPath(request, '/settings/email'), { flash: 'mail_sent' })
}

export default function Email() {
  const { email, confirmed, needed, kept } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="narrow stack-large">
      {needed ? <Notice tone="warning">{t('settings.email.needed')}</Notice> : null}
      {needed && kept ? <Notice>{t('accounts.kept')}</Notice> : null}
      <Section title={t('settings.email.current')}>
        <div className="stack">
          <p className="cluster">
            <bdi>{email}</bdi>
            <Confirmed confirmed={confirmed} />
          </p>
          {confirmed ? null : <NewLink />}
        </div>
      </Section>
      <Section title={t('settings.email.change')}>
        <ChangeForm />
      </Section>
    </div>
  )
}

function Confirmed({ confirmed }: { confirmed: boolean }) {
  const { t } = useTranslation()
  return confirmed ? (
    <Badge tone="positive" icon="check" label={t('settings.email.confirmed')} />
  ) : (
    <Badge tone="waiting" icon="clock" label={t('settings.email.unconfirmed')} />
  )
}

function NewLink() {
  const { t } = useTranslation()
  return (
    <SiteForm to="/settings/email/link">
      <Button>{t('settings.email.again')}</Button>
    </SiteForm>
  )
}

function ChangeForm() {
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  const labels = {
    email: t('accounts.fields.new_email'),
    current_password: t('accounts.fields.current_password'),
  }
  return (
    <Form method="post" noValidate className="form">
      <p>{t('settings.email.change_lead')}</p>
      <FormProblem failure={failure} labels={labels} />
      <Field
        name="email"
        type="email"
        label={labels.email}
        autoComplete="email"
        required
        defaultValue={failure?.values.email}
        error={failure?.errors.email}
      />
      <Field
        name="current_password"
        type="password"
        label={labels.current_password}
        autoComplete="current-password"
        required
        error={failure?.errors.current_password}
      />
      <div className="actions">
        <Button>{t('settings.email.submit')}</Button>
      </div>
    </Form>
  )
}
