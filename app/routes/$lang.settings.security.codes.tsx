import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { renewRecoveryCodes } from '#app/domain/users/second-factor.server.ts'
import { mailSecondFactor } from '#app/http/credential-mail.server.ts'
import { found } from '#app/http/respond.server.ts'
import { requireRecentProof } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Button } from '#app/ui/button.tsx'
import { RecoveryCodes } from '#app/ui/recovery-codes.tsx'
import { Section } from '#app/ui/section.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('settings.security.codes'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  await requireRecentProof(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireRecentProof(args)
  const tell = mailSecondFactor('recovery_codes_renewed')
  return { codes: found(await renewRecoveryCodes(db, viewer.id, tell)) }
}

export default function Codes() {
  const answer = useActionData<typeof action>()
  const { t } = useTranslation()
  if (answer) return <RecoveryCodes codes={answer.codes} to="/settings/security" />
  return (
    <div className="narrow">
      <Section title={t('settings.security.codes')}>
        <div className="stack">
          <p>{t('settings.security.codes_lead')}</p>
          <Form method="post">
            <Button>{t('settings.security.codes_new')}</Button>
          </Form>
        </div>
      </Section>
    </div>
  )
}
