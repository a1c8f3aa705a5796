import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { useRef } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { changePassword, isPasswordOf } from '#app/domain/users/accounts.server.ts'
import { changePasswordSchema } from '#app/domain/users/users.schema.server.ts'
import { mailPasswordChanged } from '#app/http/credential-mail.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { countTries, errorAnswer, waitAnswer } from '#app/http/limit.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormProblem } from '#app/ui/form-problem.tsx'
import { NewPasswordField } from '#app/ui/new-password-field.tsx'
import { PasswordMeter } from '#app/ui/password-meter.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('settings.tabs.password'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  await requireViewer(args)
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer({ request, context })
  const form = await readForm(request, changePasswordSchema)
  if (!form.ok) return errorAnswer(form.errors, {})
  const wait = await countTries(context, ['password', viewer.id])
  if (wait) return waitAnswer(wait, {})
  if (!(await isPasswordOf(db, viewer.id, form.input.current_password))) {
    context.note('wrong password', viewer.id)
    return errorAnswer({ current_password: 'accounts.errors.current_password' }, {})
  }

  const change = { password: form.input.password, keep: context.sessionId }
  await changePassword(db, viewer.id, change, mailPasswordChanged)
  context.note('changed the password', viewer.id)
  return redirectTo(langPath(request, '/settings/password'), { flash: 'password_changed' })
}

export default function Password() {
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const labels = {
    current_password: t('accounts.fields.current_password'),
    password: t('accounts.fields.new_password'),
  }
  return (
    <Form method="post" noValidate className="form" ref={form}>
      <p>{t('settings.password.lead')}</p>
      <FormProblem failure={failure} labels={labels} />
      <Field
        name="current_password"
        type="password"
        label={labels.current_password}
        autoComplete="current-password"
        required
        error={failure?.errors.current_password}
      />
      <NewPasswordField label={labels.password} error={failure?.errors.password} />
      <PasswordMeter form={form} />
      <div className="actions">
        <Button>{t('settings.password.submit')}</Button>
      </div>
    </Form>
  )
}
