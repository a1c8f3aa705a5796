import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import { listSeats } from '#app/domain/seats/seats.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { IconName } from '#app/ui/icon.tsx'
import { Time } from '#app/ui/time.tsx'
import { db } from '#db/client.server.ts'
import { SiteForm } from '#app/ui/site-form.tsx'

export const handle: PageHandle = { title: (t) => t('settings.tabs.seats'), robots: 'noindex' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer({ request, context })
  return { seats: await listSeats(db, viewer.id) }
}

export default function Seats() {
  const { seats } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const ask = <ButtonLink to="/settings/seats/new">{t('seats.ask')}</ButtonLink>
  if (!seats.length) {
    return <EmptyState title={t('seats.none_title')} text={t('seats.none_text')} action={ask} />
  }
  return (
    <div className="narrow stack-large">
      <p>{t('seats.lead')}</p>
      <ul className="list">
        {seats.map((seat) => (
          <li key={seat.id} className="settings-row">
            <Seat {...seat} />
          </li>
        ))}
      </ul>
      <div className="actions">{ask}</div>
    </div>
  )
}

type Listed = ReturnType<typeof useLoaderData<typeof loader>>['seats'][number]

const LOOKS = {
  waiting: { tone: 'waiting', icon: 'clock' },
  confirmed: { tone: 'positive', icon: 'check' },
  refused: { tone: 'negative', icon: 'close' },
  ended: { tone: 'plain', icon: 'archive' },
} as const satisfies Record<Listed['state'], { tone: string; icon: IconName }>

function Seat(seat: Listed) {
  const { t } = useTranslation()
  const lang = useLang()
  const { name_ar, name_fr, state } = seat
  return (
    <>
      <div>
        <p className="cluster">
          <strong>{t(`functions.${seat.function}`)}</strong>
          {seat.coming ? (
            <Badge {...LOOKS.waiting} label={t('seats.state.coming')} />
          ) : (
            <Badge {...LOOKS[state]} label={t(`seats.state.${state}`)} />
          )}
        </p>
        <p>
          {name_ar && name_fr ? placeName(lang, { name_ar, name_fr }) : t('seats.whole_network')}
        </p>
        <Dates {...seat} />
        {seat.refused_reason ? (
          <p>
            {t('seats.reason')} <span dir="auto">{seat.refused_reason}</span>
          </p>
        ) : null}
      </div>
      {state === 'waiting' ? <Step id={seat.id} verb="withdraw" /> : null}
      {seat.endable ? (
        <div className="cluster">
          {seat.code && !seat.successor_id ? (
            <ButtonLink variant="secondary" small to={`/seats/${seat.id}/hand-over`}>
              {t('seats.hand_over.link')}
            </ButtonLink>
          ) : null}
          <Step id={seat.id} verb="end" />
        </div>
      ) : null}
    </>
  )
}

function Dates({ created_at, starts_on, ends_on }: Listed) {
  const { t } = useTranslation()
  return (
    <p className="meta">
      <span>
        {t('seats.asked_on')} <Time value={created_at} />
      </span>
      {starts_on ? (
        <span>
          {t('seats.from')} <Time value={starts_on} />
        </span>
      ) : null}
      {ends_on ? (
        <span>
          {t('seats.until')} <Time value={ends_on} />
        </span>
      ) : null}
    </p>
  )
}

function Step({ id, verb }: { id: string; verb: 'withdraw' | 'end' }) {
  const { t } = useTranslation()
  return (
    <SiteForm to={`/settings/seats/${id}/${verb}`}>
      <Button variant="secondary" small>
        {t(`seats.${verb}`)}
      </Button>
    </SiteForm>
  )
}
