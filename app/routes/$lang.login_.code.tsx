import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLocation } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { countHalfSignIn } from '#app/domain/users/half-sign-ins.server.ts'
import { checkSecondFactor } from '#app/domain/users/second-factor.server.ts'
import { codeSchema } from '#app/domain/users/users.schema.server.ts'
import { mailRecoveryCodeUsed } from '#app/http/credential-mail.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { errorAnswer, waitAnswer } from '#app/http/limit.server.ts'
import { langPath, redirectTo, safePath } from '#app/http/respond.server.ts'
import { finishSignIn, halfSignInOf } from '#app/http/sign-in.server.ts'
import { countSecondFactor } from '#app/http/sign-in-limit.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormProblem } from '#app/ui/form-problem.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('accounts.code.title'), robots: 'noindex' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (context.viewer) throw redirectTo(target(request))
  if (!(await halfSignInOf(request))) throw fromTheStart(request)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const half = await halfSignInOf(request)
  if (!half) throw fromTheStart(request)
  const form = await readForm(request, codeSchema)
  if (!form.ok) return errorAnswer(form.errors, {})
  const wait = await countSecondFactor({ request, context }, half.userId)
  if (wait) return waitAnswer(wait, {})

  await countHalfSignIn(db, half.secret)
  const factor = await checkSecondFactor(db, half.userId, form.input.code)
  if (!factor) {
    context.note('wrong second factor', half.userId)
    return errorAnswer({ code: 'accounts.errors.code' }, {})
  }
  if (factor === 'recovery_code') await mailRecoveryCodeUsed(db, half.userId)
  return (await finishSignIn(args, half, target(request))) ?? fromTheStart(request)
}

export default function Code() {
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  const { search } = useLocation()
  const labels = { code: t('accounts.fields.code') }
  return (
    <div className="narrow stack">
      <PageTitle title={t('accounts.code.title')} lead={t('accounts.code.lead')} />
      <FormProblem failure={failure} labels={labels} />
      <Form method="post" noValidate className="form">
        <Field
          name="code"
          label={labels.code}
          hint={t('accounts.hints.code')}
          dir="ltr"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          required
          error={failure?.errors.code}
        />
        <div className="actions">
          <Button>{t('accounts.login.submit')}</Button>
          <Link to={`/login/passkey${search}`}>{t('accounts.passkey.use')}</Link>
          <Link to="/login">{t('accounts.code.back')}</Link>
        </div>
      </Form>
      <p>{t('accounts.code.lost')}</p>
    </div>
  )
}

// Too late, or too many wrong codes: the password is asked again.
function fromTheStart(request: Request) {
  const to = new URL(request.url).searchParams.get('to') ?? ''
  return redirectTo(`${langPath(request, '/login')}?late=1&to=${encodeURIComponent(to)}`)
}

function target(request: Request) {
  return safePath(new URL(request.url).searchParams.get('to'), langPath(request, ''))
}
