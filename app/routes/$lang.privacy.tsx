import { useLoaderData } from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { NOTICE } from '#app/domain/personal-data/notice.ts'
import { DAYS_KEPT } from '#app/domain/personal-data/retention.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { settings } from '#app/settings.server.ts'
import { formatDate } from '#app/i18n/dates.ts'
import { Link } from '#app/ui/link.tsx'
import { StaticPage } from '#app/ui/static-page.tsx'

const COOKIES = ['session', 'lang', 'theme', 'kept', 'flash', 'device', 'half_sign_in', 'passkey']

export const handle: PageHandle<unknown> = {
  title: (t) => t('privacy.title'),
  description: (t) => t('privacy.lead'),
}

export function loader() {
  const { CONTROLLER, CONTROLLER_CONTACT, CNDP_NUMBER } = settings()
  const [controller, contact, cndp] = [CONTROLLER, CONTROLLER_CONTACT, CNDP_NUMBER]
  return { controller: controller ?? null, contact: contact ?? null, cndp: cndp ?? null }
}

export default function Privacy() {
  return (
    <StaticPage
      page="privacy"
      parts={11}
      more={{ 1: <Controller />, 6: <Periods />, 7: <Rights />, 8: <Cookies />, 11: <Version /> }}
    />
  )
}

function Controller() {
  const { controller, contact, cndp } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <>
      <p>
        {controller ? t('privacy.controller_set', { controller }) : t('privacy.controller_unset')}
      </p>
      {contact ? <p>{t('privacy.contact', { contact })}</p> : null}
      <p>{cndp ? t('privacy.cndp_set', { cndp }) : t('privacy.cndp_unset')}</p>
    </>
  )
}

// The periods that the job goes by, in the words of the page.
function Periods() {
  const { t } = useTranslation()
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('privacy.kept.caption')}>
      <table className="table">
        <caption>{t('privacy.kept.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('privacy.kept.what')}</th>
            <th scope="col">{t('privacy.kept.how_long')}</th>
            <th scope="col">{t('privacy.kept.since')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(DAYS_KEPT).map(([what, days]) => (
            <tr key={what}>
              <th scope="row">{t(`privacy.kept.${what}.what`)}</th>
              <td>{periodOf(days, t)}</td>
              <td>{t(`privacy.kept.${what}.since`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

// What has run out goes with the next run of the job.
function periodOf(days: number, t: TFunction) {
  if (days === 0) return t('privacy.kept.at_once')
  const years = days / 365
  return Number.isInteger(years)
    ? t('privacy.kept.years', { count: years })
    : t('privacy.kept.days', { count: days })
}

function Rights() {
  const { t } = useTranslation()
  return (
    <p>
      <Link to="/settings/data">{t('privacy.rights_link')}</Link>
    </p>
  )
}

function Version() {
  const { t } = useTranslation()
  return <p>{t('privacy.version', { date: formatDate(NOTICE, t) })}</p>
}

function Cookies() {
  const { t } = useTranslation()
  return (
    <ul>
      {COOKIES.map((cookie) => (
        <li key={cookie}>{t(`privacy.cookies.${cookie}`)}</li>
      ))}
      <li>{t('privacy.on_device')}</li>
    </ul>
  )
}
