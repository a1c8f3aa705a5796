import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { resetPassword } from '#app/domain/users/emails.server.ts'
import { hashPassword } from '#app/domain/users/passwords.server.ts'
import { findToken } from '#app/domain/users/tokens.server.ts'
import { resetSchema } from '#app/domain/users/users.schema.server.ts'
import { mailPasswordChanged } from '#app/http/credential-mail.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { countTries, errorAnswer, waitAnswer } from '#app/http/limit.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DeadLink } from '#app/ui/dead-link.tsx'
import { FormProblem } from '#app/ui/form-problem.tsx'
import { NewPasswordField } from '#app/ui/new-password-field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('accounts.reset.title'), robots: 'noindex' }

export async function loader({ request }: LoaderFunctionArgs) {
  const valid = (await findToken(db, ['reset_password'], secretOf(request))) !== undefined
  return data({ valid }, { status: valid ? 200 : 410 })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, resetSchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  const wait = await countTries(context, ['sign_in', context.ip])
  if (wait) return waitAnswer(wait, {})

  const hash = await hashPassword(form.input.password)
  const person = await db.transaction().execute(async (trx) => {
    const found = await resetPassword(trx, secretOf(request), hash)
    if (found) await mailPasswordChanged(trx, found)
    return found
  })
  if (!person) return errorAnswer({ form: 'accounts.dead_link' }, {})
  context.note('set a new password by a link', person.id)
  return redirectTo(langPath(request, '/login'), { flash: 'password_reset' })
}

export default function Reset() {
  const { valid } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  const labels = { password: t('accounts.fields.new_password') }
  if (!valid) {
    const again = <ButtonLink to="/forgot">{t('accounts.forgot.submit')}</ButtonLink>
    return <DeadLink text={t('accounts.reset.dead')} action={again} />
  }

  return (
    <div className="narrow stack">
      <PageTitle title={t('accounts.reset.title')} lead={t('accounts.reset.lead')} />
      <FormProblem failure={failure} labels={labels} />
      <Form method="post" noValidate className="form">
        <NewPasswordField label={labels.password} error={failure?.errors.password} />
        <div className="actions">
          <Button>{t('accounts.reset.submit')}</Button>
        </div>
      </Form>
    </div>
  )
}

function secretOf(request: Request) {
  return new URL(request.url).searchParams.get('token') ?? ''
}
