import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { listPasskeys } from '#app/domain/users/passkeys.server.ts'
import { countRecoveryCodes } from '#app/domain/users/recovery-codes.server.ts'
import { findTotp } from '#app/domain/users/second-factor.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'
import { db } from '#db/client.server.ts'
import { SiteForm } from '#app/ui/site-form.tsx'

export const handle: PageHandle = { title: (t) => t('settings.tabs.security'), robots: 'noindex' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer({ request, context })
  const totp = await findTotp(db, viewer.id)
  return {
    since: totp?.confirmed_at ?? null,
    passkeys: await listPasskeys(db, viewer.id),
    codes: await countRecoveryCodes(db, viewer.id),
    needed: viewer.role_waits,
    to: new URL(request.url).searchParams.get('to'),
  }
}

export default function Security() {
  const { needed, since, passkeys } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="narrow stack-large">
      {needed ? <Notice tone="warning">{t('settings.security.needed')}</Notice> : null}
      <p>{t('settings.security.lead')}</p>
      <App />
      <Passkeys />
      {since || passkeys.length ? <Codes /> : null}
    </div>
  )
}

function App() {
  const { since, to } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const end = to ? `?to=${encodeURIComponent(to)}` : ''
  return (
    <Section title={t('settings.security.app')}>
      <div className="stack">
        <p>{t('settings.security.app_lead')}</p>
        {since ? (
          <>
            <p className="cluster">
              <Badge tone="positive" icon="check" label={t('settings.security.on')} />
              <span className="meta">
                {t('settings.security.since')} <Time value={since} />
              </span>
            </p>
            <p>{t('settings.security.replace')}</p>
            <SiteForm to="/settings/security/app/remove">
              <Button variant="danger">{t('settings.security.remove')}</Button>
            </SiteForm>
          </>
        ) : (
          <SiteForm to={`/settings/security/app/start${end}`}>
            <Button>{t('settings.security.start')}</Button>
          </SiteForm>
        )}
      </div>
    </Section>
  )
}

function Passkeys() {
  const { passkeys, to } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const end = to ? `?to=${encodeURIComponent(to)}` : ''
  return (
    <Section title={t('settings.security.passkeys')}>
      <div className="stack">
        <p>{t('settings.security.passkeys_lead')}</p>
        {passkeys.length ? (
          <ul className="list">
            {passkeys.map((passkey) => (
              <li key={passkey.id} className="settings-row">
                <Passkey {...passkey} />
              </li>
            ))}
          </ul>
        ) : null}
        <div className="actions">
          <ButtonLink variant="secondary" to={`/settings/security/passkey${end}`}>
            {t('settings.security.passkey_add')}
          </ButtonLink>
        </div>
      </div>
    </Section>
  )
}

type Listed = ReturnType<typeof useLoaderData<typeof loader>>['passkeys'][number]

function Passkey({ id, name, created_at, last_used_at }: Listed) {
  const { t } = useTranslation()
  return (
    <>
      <div>
        <strong dir="auto">{name}</strong>
        <p className="meta">
          <span>
            {t('settings.security.since')} <Time value={created_at} />
          </span>
          {last_used_at ? (
            <span>
              {t('settings.sessions.used')} <Time value={last_used_at} form="minute" />
            </span>
          ) : null}
        </p>
      </div>
      <SiteForm to={`/settings/security/passkey/${id}/remove`}>
        <Button variant="secondary" small>
          {t('settings.security.passkey_remove')}
        </Button>
      </SiteForm>
    </>
  )
}

function Codes() {
  const { codes } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <Section title={t('settings.security.codes')}>
      <div className="stack">
        <p>{t('settings.security.codes_left', { count: codes })}</p>
        <div className="actions">
          <ButtonLink variant="secondary" to="/settings/security/codes">
            {t('settings.security.codes_new')}
          </ButtonLink>
        </div>
      </div>
    </Section>
  )
}
