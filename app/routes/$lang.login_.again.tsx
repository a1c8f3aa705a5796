import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { isPasswordOf } from '#app/domain/users/accounts.server.ts'
import { listPasskeys } from '#app/domain/users/passkeys.server.ts'
import { renewProof } from '#app/domain/users/sessions.server.ts'
import { proofSchema } from '#app/domain/users/users.schema.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { hasKeptForm } from '#app/http/kept-form.server.ts'
import { countTries, errorAnswer, waitAnswer } from '#app/http/limit.server.ts'
import { ownerOfPasskey } from '#app/http/passkey.server.ts'
import { langPath, redirectTo, safePath } from '#app/http/respond.server.ts'
import { requireSignedIn } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormProblem } from '#app/ui/form-problem.tsx'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PasskeyForm } from '#app/ui/passkey-form.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('accounts.again.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireSignedIn(args)
  const passkeys = await listPasskeys(db, viewer.id)
  return { kept: await hasKeptForm(args.request), passkey: passkeys.length > 0 }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireSignedIn({ request, context })
  const form = await readForm(request, proofSchema)
  if (!form.ok) return errorAnswer(form.errors, {})
  const wait = await countTries(context, ['password', viewer.id])
  if (wait) return waitAnswer(wait, {})
  const { answer, current_password } = form.input
  if (answer && (await ownerOfPasskey(request, answer)) !== viewer.id) {
    context.note('wrong passkey', viewer.id)
    return errorAnswer({ form: 'accounts.errors.passkey' }, {})
  }
  if (!answer && !(await isPasswordOf(db, viewer.id, current_password))) {
    context.note('wrong password', viewer.id)
    return errorAnswer({ current_password: 'accounts.errors.current_password' }, {})
  }

  context.note('proved again who they are', viewer.id)
  if (context.sessionId) await renewProof(db, context.sessionId)
  const { searchParams } = new URL(request.url)
  const to = safePath(searchParams.get('to'), langPath(request, '/settings'))
  return redirectTo(to, { flash: 'proved' })
}

export default function Again() {
  const { kept, passkey } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  const lang = useLang()
  const labels = { current_password: t('accounts.fields.current_password') }
  return (
    <div className="narrow stack">
      <PageTitle title={t('accounts.again.title')} lead={t('accounts.again.lead')} />
      {kept ? <Notice>{t('accounts.kept')}</Notice> : null}
      <FormProblem failure={failure} labels={labels} />
      <Form method="post" noValidate className="form">
        <Field
          name="current_password"
          type="password"
          label={labels.current_password}
          autoComplete="current-password"
          required
          error={failure?.errors.current_password}
        />
        <div className="actions">
          <Button>{t('accounts.again.submit')}</Button>
          <Link to="/forgot">{t('accounts.login.forgot')}</Link>
        </div>
      </Form>
      {passkey ? (
        <PasskeyForm
          options={`/${lang}/login/passkey/options`}
          label={t('accounts.passkey.submit')}
        />
      ) : null}
    </div>
  )
}
