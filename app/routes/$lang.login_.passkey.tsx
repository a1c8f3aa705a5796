import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLocation } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { giveBackTry } from '#app/domain/tries/tries.server.ts'
import { findViewer } from '#app/domain/users/users.server.ts'
import { passkeySchema } from '#app/domain/users/users.schema.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { countTries, errorAnswer, waitAnswer } from '#app/http/limit.server.ts'
import { ownerOfPasskey } from '#app/http/passkey.server.ts'
import { langPath, redirectTo, safePath } from '#app/http/respond.server.ts'
import { openSession } from '#app/http/sign-in.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { FormProblem } from '#app/ui/form-problem.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PasskeyForm } from '#app/ui/passkey-form.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = {
  title: (t) => t('accounts.passkey.title'),
  robots: 'noindex',
  script: true,
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  context.needsScript = true
  if (context.viewer) throw redirectTo(target(request))
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, passkeySchema)
  if (!form.ok) return errorAnswer({ form: 'accounts.errors.passkey' }, {})
  const wait = await countTries(context, ['sign_in', context.ip])
  if (wait) return waitAnswer(wait, {})

  const userId = await ownerOfPasskey(request, form.input.answer)
  if (!userId) {
    context.note('wrong passkey', null)
    return errorAnswer({ form: 'accounts.errors.passkey' }, {})
  }
  await giveBackTry(db, 'sign_in', context.ip)
  const suspended = !(await findViewer(db, userId))
  if (suspended) return errorAnswer({ form: 'accounts.errors.suspended' }, {})
  // The device asked who holds it: a passkey is both factors.
  const cookies = await openSession({ request, context }, userId, { secondFactor: true })
  return redirectTo(target(request), { cookies })
}

export default function Passkey() {
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  const { search } = useLocation()
  const lang = useLang()
  return (
    <div className="narrow stack">
      <PageTitle title={t('accounts.passkey.title')} lead={t('accounts.passkey.lead')} />
      <FormProblem failure={failure} />
      <PasskeyForm
        options={`/${lang}/login/passkey/options`}
        label={t('accounts.passkey.submit')}
      />
      <p>
        <Link to={`/login${search}`}>{t('accounts.passkey.password')}</Link>
      </p>
    </div>
  )
}

function target(request: Request) {
  return safePath(new URL(request.url).searchParams.get('to'), langPath(request, ''))
}
