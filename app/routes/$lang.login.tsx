import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { checkPassword } from '#app/domain/users/accounts.server.ts'
import { signInSchema } from '#app/domain/users/users.schema.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { hasKeptForm } from '#app/http/kept-form.server.ts'
import { errorAnswer, waitAnswer } from '#app/http/limit.server.ts'
import { langPath, redirectTo, wayOn } from '#app/http/respond.server.ts'
import { countSignIn } from '#app/http/sign-in-limit.server.ts'
import { signIn } from '#app/http/sign-in.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormProblem } from '#app/ui/form-problem.tsx'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('accounts.login.title'), robots: 'noindex' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (context.viewer) throw redirectTo(wayOn(request, langPath(request, '')))
  const { searchParams } = new URL(request.url)
  const cameFrom = searchParams.has('to')
  return { cameFrom, late: searchParams.has('late'), kept: await hasKeptForm(request) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, signInSchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  const { email, password } = form.input
  const tries = await countSignIn({ request, context }, email)
  if (tries.wait) return waitAnswer(tries.wait, form.input)

  const user = await checkPassword(db, email, password)
  if (!user) {
    context.note('wrong password', tries.owner)
    return errorAnswer({ form: 'accounts.errors.sign_in' }, form.input)
  }
  await tries.takeBack()
  if (user.suspended) return errorAnswer({ form: 'accounts.errors.suspended' }, form.input)
  return signIn({ request, context }, user.id, wayOn(request, langPath(request, '')))
}

export default function Login() {
  const { cameFrom, late, kept } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  const { search } = useLocation()
  const reason = cameFrom && !late && !failure ? t('accounts.login.came_from') : undefined
  const labels = { email: t('accounts.fields.email'), password: t('accounts.fields.password') }

  return (
    <div className="narrow stack">
      <PageTitle title={t('accounts.login.title')} lead={t('accounts.login.lead')} />
      {late && !failure ? <Notice tone="warning">{t('accounts.login.late')}</Notice> : null}
      {kept ? <Notice title={reason}>{t('accounts.kept')}</Notice> : null}
      {reason && !kept ? <Notice>{reason}</Notice> : null}
      <FormProblem failure={failure} labels={labels} />
      <Form method="post" noValidate className="form">
        <Field
          name="email"
          type="email"
          label={labels.email}
          autoComplete="username"
          required
          defaultValue={failure?.values.email}
          error={failure?.errors.email}
        />
        <Field
          name="password"
          type="password"
          label={labels.password}
          autoComplete="current-password"
          required
          error={failure?.errors.password}
        />
        <div className="actions">
          <Button>{t('accounts.login.submit')}</Button>
          <Link to="/forgot">{t('accounts.login.forgot')}</Link>
        </div>
      </Form>
      <p>
        <Link to={`/login/passkey${search}`}>{t('accounts.passkey.use')}</Link>
      </p>
      <p>
        {t('accounts.login.no_account')}{' '}
        <Link to={`/signup${search}`}>{t('accounts.signup.title')}</Link>
      </p>
    </div>
  )
}
