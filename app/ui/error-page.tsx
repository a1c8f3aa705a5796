import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from '@remix-run/react'
import type { RootData } from '#app/root.tsx'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ButtonLink } from './button.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'

const KNOWN = [400, 403, 404, 405, 413, 429]

/** What a reader sees when something is wrong: in their language, without internals, with a way on. */
export function ErrorPage() {
  const { t } = useTranslation()
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const minutes = isRouteErrorResponse(error) ? minutesIn(error.data) : 0
  const { viewer } = useRouteLoaderData<RootData>('root') ?? {}
  const kind = KNOWN.includes(status) ? String(status) : '500'

  const asksForSeat = kind === '403' && viewer && !viewer.isMember
  const isAlone = kind !== '500' && !asksForSeat

  return (
    <div className="error-page">
      <PageTitle title={t(`errors.${kind}.title`)} lead={t(`errors.${kind}.text`)} />
      {minutes ? <Notice>{t('errors.wait', { count: minutes })}</Notice> : null}
      <p className="actions">
        {/* The page itself once more, without repeating its address. */}
        {kind === '500' ? (
          <ButtonLink to="" reloadDocument>
            {t('errors.again')}
          </ButtonLink>
        ) : null}
        {asksForSeat ? <ButtonLink to="/settings/seats">{t('errors.seat')}</ButtonLink> : null}
        <ButtonLink to="/" variant={isAlone ? 'primary' : 'secondary'}>
          {t('errors.home')}
        </ButtonLink>
        <ButtonLink to="/search" variant="secondary">
          {t('errors.search')}
        </ButtonLink>
      </p>
    </div>
  )
}

// How long to wait, where the answer 429 says it.
function minutesIn(data: unknown) {
  const { minutes } = (data ?? {}) as { minutes?: unknown }
  return typeof minutes === 'number' ? minutes : 0
}
