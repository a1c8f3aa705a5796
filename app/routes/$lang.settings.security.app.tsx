import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { findProfile } from '#app/domain/users/accounts.server.ts'
import { confirmTotp, findTotp } from '#app/domain/users/second-factor.server.ts'
import { totpAddress } from '#app/domain/users/totp.server.ts'
import { codeSchema } from '#app/domain/users/users.schema.server.ts'
import { mailSecondFactor } from '#app/http/credential-mail.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { countTries, errorAnswer, waitAnswer } from '#app/http/limit.server.ts'
import { qrCode } from '#app/http/qr-code.server.ts'
import { langPath, linkTo, redirectTo } from '#app/http/respond.server.ts'
import { requireRecentProof } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormProblem } from '#app/ui/form-problem.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'
import { RecoveryCodes } from '#app/ui/recovery-codes.tsx'
import { Section } from '#app/ui/section.tsx'
import { db } from '#db/client.server.ts'

// What authenticator apps list the account under.
const SITE = 'Multaqa'

export const handle: PageHandle = { title: (t) => t('settings.security.app'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireRecentProof(args)
  const totp = await findTotp(db, viewer.id)
  const to = linkTo(args.request, '/settings/security')
  // Once it is confirmed, the secret is never shown again.
  if (totp?.confirmed_at) return { setUp: null, to }
  if (!totp) throw redirectTo(langPath(args.request, '/settings/security'))
  const { email } = await findProfile(db, viewer.id)
  const address = totpAddress(totp.secret, { site: SITE, account: email })
  return { setUp: { address, picture: qrCode(address), secret: totp.secret }, to }
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireRecentProof(args)
  const form = await readForm(args.request, codeSchema)
  if (!form.ok) return errorAnswer(form.errors, {})
  const wait = await countTries(args.context, ['second_factor', viewer.id])
  if (wait) return waitAnswer(wait, {})
  const codes = await confirmTotp(db, viewer.id, {
    code: form.input.code,
    sessionId: args.context.sessionId,
    tell: mailSecondFactor('second_factor_added'),
  })
  if (!codes) return errorAnswer({ code: 'accounts.errors.code' }, {})
  if (codes.length) return { codes }
  return redirectTo(langPath(args.request, '/settings/security'), { flash: 'second_factor_added' })
}

export default function SetUpApp() {
  const { setUp, to } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation()
  if (answer && 'codes' in answer && answer.codes.length) {
    return <RecoveryCodes codes={answer.codes} to={to} />
  }
  if (!setUp) return <p>{t('settings.security.on')}</p>
  return (
    <div className="narrow">
      <Section title={t('settings.security.app')}>
        <div className="stack">
          <Picture {...setUp} />
          <CodeForm failure={answer && 'errors' in answer ? answer : undefined} />
        </div>
      </Section>
    </div>
  )
}

type SetUp = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['setUp']>

function Picture({ address, picture, secret }: SetUp) {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('settings.security.scan')}</p>
      <QrCode code={picture} label={t('settings.security.picture')} />
      <p>
        {t('settings.security.type')}{' '}
        <code className="secret" dir="ltr">
          {secret.match(/.{4}/g)?.join(' ')}
        </code>
      </p>
      <p>
        <a href={address}>{t('settings.security.same_phone')}</a>
      </p>
    </>
  )
}

function CodeForm({ failure }: { failure?: { errors: Record<string, string>; minutes: number } }) {
  const { t } = useTranslation()
  const labels = { code: t('accounts.fields.code') }
  return (
    <Form method="post" noValidate className="form">
      <FormProblem failure={failure} labels={labels} />
      <Field
        name="code"
        label={labels.code}
        hint={t('settings.security.code_hint')}
        dir="ltr"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        required
        error={failure?.errors.code}
      />
      <div className="actions">
        <Button>{t('settings.security.confirm')}</Button>
      </div>
    </Form>
  )
}
