import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { addPasskey } from '#app/domain/users/second-factor.server.ts'
import { PASSKEY_NAME_MAX } from '#app/domain/users/users.limits.ts'
import { newPasskeySchema } from '#app/domain/users/users.schema.server.ts'
import { mailSecondFactor } from '#app/http/credential-mail.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { newPasskeyOf } from '#app/http/passkey.server.ts'
import { langPath, linkTo, redirectTo } from '#app/http/respond.server.ts'
import { requireRecentProof } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { PasskeyForm } from '#app/ui/passkey-form.tsx'
import { RecoveryCodes } from '#app/ui/recovery-codes.tsx'
import { Section } from '#app/ui/section.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = {
  title: (t) => t('settings.security.passkey_add'),
  robots: 'noindex',
}

export async function loader(args: LoaderFunctionArgs) {
  await requireRecentProof(args)
  return { to: linkTo(args.request, '/settings/security') }
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireRecentProof(args)
  const form = await readForm(args.request, newPasskeySchema)
  if (!form.ok) return refused(form.errors, form.values.name)
  const { answer, name } = form.input
  const passkey = await newPasskeyOf(args.request, viewer, answer)
  const tell = mailSecondFactor('passkey_added')
  const { sessionId } = args.context
  const given = passkey && { passkey: { ...passkey, name }, sessionId, tell }
  const codes = given && (await addPasskey(db, viewer.id, given))
  if (!codes) return refused({ form: 'accounts.errors.passkey' }, name)
  if (codes.length) return { codes }
  return redirectTo(langPath(args.request, '/settings/security'), { flash: 'passkey_added' })
}

export default function AddPasskey() {
  const { to } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation()
  const lang = useLang()
  if (answer && 'codes' in answer) {
    return <RecoveryCodes codes={answer.codes} to={to} />
  }
  const { form, ...errors } = answer?.errors ?? {}
  return (
    <div className="narrow">
      <Section title={t('settings.security.passkey_add')}>
        <div className="stack">
          <p>{t('settings.security.passkey_lead')}</p>
          <ErrorSummary errors={errors} general={form} />
          <PasskeyForm
            makes
            options={`/${lang}/settings/security/passkey/options`}
            label={t('settings.security.passkey_make')}
          >
            <Field
              name="name"
              label={t('settings.security.passkey_name')}
              hint={t('settings.security.passkey_name_hint')}
              maxLength={PASSKEY_NAME_MAX}
              required
              defaultValue={answer?.name}
              error={errors.name}
            />
          </PasskeyForm>
        </div>
      </Section>
    </div>
  )
}

function refused(errors: Record<string, string>, name: unknown) {
  return data({ errors, name: typeof name === 'string' ? name : '' }, { status: 422 })
}
