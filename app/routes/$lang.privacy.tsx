import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PageHandle } from '#app/i18n/handle.ts'
import { settings } from '#app/settings.server.ts'
import { StaticPage } from '#app/ui/static-page.tsx'

const COOKIES = ['session', 'lang', 'theme', 'kept', 'flash', 'device', 'half_sign_in', 'passkey']

export const handle: PageHandle<unknown> = {
  title: (t) => t('privacy.title'),
  description: (t) => t('privacy.lead'),
}

export function loader() {
  const { CONTROLLER, CNDP_NUMBER } = settings()
  return { controller: CONTROLLER ?? null, cndp: CNDP_NUMBER ?? null }
}

export default function Privacy() {
  const { controller, cndp } = useLoaderData<typeof loader>()
  return (
    <StaticPage
      page="privacy"
      parts={9}
      more={{ 1: <Controller controller={controller} cndp={cndp} />, 8: <Cookies /> }}
    />
  )
}

function Controller({ controller, cndp }: { controller: string | null; cndp: string | null }) {
  const { t } = useTranslation()
  return (
    <>
      <p>
        {controller ? t('privacy.controller_set', { controller }) : t('privacy.controller_unset')}
      </p>
      <p>{cndp ? t('privacy.cndp_set', { cndp }) : t('privacy.cndp_unset')}</p>
    </>
  )
}

function Cookies() {
  const { t } = useTranslation()
  return (
    <ul>
      {COOKIES.map((cookie) => (
        <li key={cookie}>{t(`privacy.cookies.${cookie}`)}</li>
      ))}
    </ul>
  )
}
