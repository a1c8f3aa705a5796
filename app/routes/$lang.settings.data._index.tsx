import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { listConsents } from '#app/domain/personal-data/consents.server.ts'
import { requireSignedIn } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { inLanguage, Link } from '#app/ui/link.tsx'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('settings.tabs.data'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireSignedIn(args)
  return { consents: await listConsents(db, viewer.id), waits: viewer.notice_waits }
}

export default function OwnData() {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <div className="narrow stack-large">
      <Consents />
      <Section title={t('own_data.copy.title')}>
        <div className="stack">
          <p>{t('own_data.copy.lead')}</p>
          <Form method="post" action={inLanguage(lang, '/settings/export')} reloadDocument>
            <Button>{t('own_data.copy.submit')}</Button>
          </Form>
        </div>
      </Section>
      <Section title={t('own_data.correct.title')}>
        <p>{t('own_data.correct.lead')}</p>
        <ul>
          {CORRECTED.map((part) => (
            <li key={part}>
              <Link to={part === 'profile' ? '/settings' : `/settings/${part}`}>
                {t(`settings.tabs.${part}`)}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('own_data.erase.title')}>
        <div className="stack">
          <p>{t('own_data.erase.teaser')}</p>
          <div className="actions">
            <ButtonLink to="/settings/data/erase" variant="danger">
              {t('own_data.erase.title')}
            </ButtonLink>
          </div>
        </div>
      </Section>
    </div>
  )
}

const CORRECTED = ['profile', 'email', 'seats']

function Consents() {
  const { consents, waits } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <Section title={t('privacy.title')}>
      <div className="stack">
        {consents.length ? (
          <ul>
            {consents.map(({ notice, given_at }) => (
              <li key={notice}>
                {t('own_data.consents.version')} <Time value={notice} />{' '}
                {t('own_data.consents.given')} <Time value={given_at} form="minute" />
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('own_data.consents.none')}</p>
        )}
        <p>
          <Link to={waits ? '/notice' : '/privacy'}>
            {t(waits ? 'notice.title' : 'accounts.signup.read_notice')}
          </Link>
        </p>
      </div>
    </Section>
  )
}
