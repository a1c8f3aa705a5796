import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { acceptFirstAdmin, isFirstAdminToken } from '#app/domain/users/first-admin.server.ts'
import { NAME_MAX } from '#app/domain/users/users.limits.ts'
import { signUpSchema } from '#app/domain/users/users.schema.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { countTries, errorAnswer, waitAnswer } from '#app/http/limit.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { openSession } from '#app/http/sign-in.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { DeadLink } from '#app/ui/dead-link.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormProblem } from '#app/ui/form-problem.tsx'
import { NewPasswordField } from '#app/ui/new-password-field.tsx'
import { NoticeField } from '#app/ui/notice-field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('accounts.welcome.title'), robots: 'noindex' }

export async function loader({ request }: LoaderFunctionArgs) {
  const valid = await isFirstAdminToken(db, secretOf(request))
  return data({ valid }, { status: valid ? 200 : 410 })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, signUpSchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  const wait = await countTries(context, ['sign_in', context.ip])
  if (wait) return waitAnswer(wait, form.input)

  const lang = langOfPath(new URL(request.url).pathname)
  const id = await acceptFirstAdmin(db, secretOf(request), { ...form.input, lang })
  if (!id) return errorAnswer({ form: 'accounts.dead_link' }, form.input)
  const cookies = await openSession({ request, context }, id)
  return redirectTo(langPath(request, ''), { cookies, flash: 'welcome' })
}

export default function Welcome() {
  const { valid } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  const labels = {
    name: t('accounts.fields.name'),
    email: t('accounts.fields.email'),
    password: t('accounts.fields.password'),
    notice: t('privacy.title'),
  }
  if (!valid) return <DeadLink text={t('accounts.welcome.dead')} />

  return (
    <div className="narrow stack">
      <PageTitle title={t('accounts.welcome.title')} lead={t('accounts.welcome.lead')} />
      <FormProblem failure={failure} labels={labels} />
      <Form method="post" noValidate className="form">
        <Field
          name="name"
          label={labels.name}
          autoComplete="name"
          maxLength={NAME_MAX}
          required
          defaultValue={failure?.values.name}
          error={failure?.errors.name}
        />
        <Field
          name="email"
          type="email"
          label={labels.email}
          autoComplete="username"
          required
          defaultValue={failure?.values.email}
          error={failure?.errors.email}
        />
        <NewPasswordField label={labels.password} error={failure?.errors.password} />
        <NoticeField accepted={failure?.values.notice} error={failure?.errors.notice} />
        <div className="actions">
          <Button>{t('accounts.welcome.submit')}</Button>
        </div>
      </Form>
    </div>
  )
}

function secretOf(request: Request) {
  return new URL(request.url).searchParams.get('token') ?? ''
}
