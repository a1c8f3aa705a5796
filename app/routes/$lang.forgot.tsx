import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { forgotSchema } from '#app/domain/users/users.schema.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { countTries, errorAnswer, waitAnswer } from '#app/http/limit.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { forgotPassword } from '#app/http/sign-up.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormProblem } from '#app/ui/form-problem.tsx'
import { MailSent } from '#app/ui/mail-sent.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('accounts.forgot.title'), robots: 'noindex' }

export async function loader({ request }: LoaderFunctionArgs) {
  return { sent: new URL(request.url).searchParams.has('sent') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, forgotSchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  const wait = await countTries(context, ['mail', context.ip])
  if (wait) return waitAnswer(wait, form.input)

  await forgotPassword(form.input.email)
  return redirectTo(langPath(request, '/forgot?sent=1'))
}

export default function Forgot() {
  const { sent } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  const labels = { email: t('accounts.fields.email') }
  if (sent) return <MailSent title={t('accounts.sent.title')} text={t('accounts.forgot.sent')} />

  return (
    <div className="narrow stack">
      <PageTitle title={t('accounts.forgot.title')} lead={t('accounts.forgot.lead')} />
      <FormProblem failure={failure} labels={labels} />
      <Form method="post" noValidate className="form">
        <Field
          name="email"
          type="email"
          label={labels.email}
          autoComplete="email"
          required
          defaultValue={failure?.values.email}
          error={failure?.errors.email}
        />
        <div className="actions">
          <Button>{t('accounts.forgot.submit')}</Button>
        </div>
      </Form>
    </div>
  )
}
