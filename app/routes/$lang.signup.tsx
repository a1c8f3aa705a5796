import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLocation } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { NAME_MAX } from '#app/domain/users/users.limits.ts'
import { signUpSchema } from '#app/domain/users/users.schema.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { countTries, errorAnswer, waitAnswer } from '#app/http/limit.server.ts'
import { langPath, redirectTo, wayOn } from '#app/http/respond.server.ts'
import { signUp } from '#app/http/sign-up.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormProblem } from '#app/ui/form-problem.tsx'
import { Link } from '#app/ui/link.tsx'
import { MailSent } from '#app/ui/mail-sent.tsx'
import { NewPasswordField } from '#app/ui/new-password-field.tsx'
import { NoticeField } from '#app/ui/notice-field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('accounts.signup.title'), robots: 'noindex' }

// Of an address inside the site; one that is longer is not kept for so long.
const WAY_MAX = 1000

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (context.viewer) throw redirectTo(wayOn(request, langPath(request, '/settings')))
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, signUpSchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  const wait = await countTries(context, ['sign_up', context.ip])
  if (wait) return waitAnswer(wait, form.input)

  const lang = langOfPath(new URL(request.url).pathname)
  const way = wayOn(request, '')
  await signUp({ ...form.input, lang, to: way.length > WAY_MAX ? '' : way })
  // No redirect, so that the address stands in none: whoever mistyped it has to see it.
  return { sent: form.input.email }
}

export default function SignUp() {
  const answer = useActionData<typeof action>()
  const { t } = useTranslation()
  const { search } = useLocation()
  if (answer && 'sent' in answer) {
    return (
      <MailSent title={t('accounts.sent.title')} text={t('accounts.signup.sent')}>
        <p>
          <strong>
            <bdi>{answer.sent}</bdi>
          </strong>
        </p>
        <p>
          <Link to={`/signup${search}`} reloadDocument>
            {t('accounts.signup.other_address')}
          </Link>
        </p>
      </MailSent>
    )
  }
  return (
    <div className="narrow stack">
      <PageTitle title={t('accounts.signup.title')} lead={t('accounts.signup.lead')} />
      <SignUpForm failure={answer} />
      <p>
        {t('accounts.signup.have_account')}{' '}
        <Link to={`/login${search}`}>{t('accounts.login.title')}</Link>
      </p>
    </div>
  )
}

type Failure = Awaited<ReturnType<typeof errorAnswer>>['data']

function SignUpForm({ failure }: { failure?: Failure }) {
  const { t } = useTranslation()
  const labels = {
    name: t('accounts.fields.name'),
    email: t('accounts.fields.email'),
    password: t('accounts.fields.password'),
    notice: t('privacy.title'),
  }
  return (
    <>
      <FormProblem failure={failure} labels={labels} />
      <Form method="post" noValidate className="form">
        <Field
          name="name"
          label={labels.name}
          hint={t('accounts.hints.name')}
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
          hint={t('accounts.hints.email')}
          autoComplete="email"
          required
          defaultValue={failure?.values.email}
          error={failure?.errors.email}
        />
        <NewPasswordField label={labels.password} error={failure?.errors.password} />
        <NoticeField accepted={failure?.values.notice} error={failure?.errors.notice} />
        <div className="actions">
          <Button>{t('accounts.signup.submit')}</Button>
        </div>
      </Form>
    </>
  )
}
