import { useTranslation } from 'react-i18next'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import type { SeatEntry } from '#app/domain/moderation/queue.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Badge } from './badge.tsx'
import { Facts } from './facts.tsx'
import { Link } from './link.tsx'
import { OneClick, WithReason } from './moderation-forms.tsx'
import { Time } from './time.tsx'

/** A request for a seat: who, in which function, where, and the decision. */
export function QueueSeat({ seat }: { seat: SeatEntry }) {
  const { t } = useTranslation()
  return (
    <>
      <div className="cluster">
        <Badge tone="waiting" icon="person" label={t('moderation.kinds.seat')} />
        <span className="muted">
          <Time value={seat.at} form="minute" />
        </span>
      </div>
      <h2 className="queue-title">
        <Link to={`/people/${seat.handle}`}>
          <bdi>{seat.name}</bdi>
        </Link>
      </h2>
      <Facts items={useSeatFacts(seat)} />
      {seat.own ? <p className="muted">{t('moderation.own_seat')}</p> : <Decision id={seat.id} />}
    </>
  )
}

function useSeatFacts({ code, name_ar, name_fr, ...seat }: SeatEntry) {
  const { t } = useTranslation()
  const lang = useLang()
  const place = code && name_ar && name_fr ? { code, name_ar, name_fr } : null
  const confirmed = seat.email_confirmed_at
    ? 'moderation.seat.confirmed'
    : 'moderation.seat.unconfirmed'
  return [
    { term: t('moderation.seat.function'), value: t(`functions.${seat.function}`) },
    {
      term: t('moderation.seat.place'),
      value: place ? (
        <Link to={placePath(place)}>{placeName(lang, place)}</Link>
      ) : (
        t('seats.whole_network')
      ),
    },
    {
      term: t('moderation.seat.email'),
      value: (
        <>
          <bdi>{seat.email}</bdi> — {t(confirmed)}
        </>
      ),
    },
    { term: t('moderation.seat.note'), value: seat.note ? <bdi>{seat.note}</bdi> : null },
  ]
}

function Decision({ id }: { id: string }) {
  const { t } = useTranslation()
  const path = `/moderation/seats/${id}`
  return (
    <div className="moderation-actions">
      <OneClick
        action={`${path}/confirm`}
        label={t('moderation.verbs.confirm.submit')}
        icon="check"
        variant="primary"
      />
      <WithReason
        id={`refuse-${id}`}
        action={`${path}/refuse`}
        label={t('moderation.verbs.refuse.submit')}
        variant="secondary"
      />
    </div>
  )
}
