import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import type { SeatEntry } from '#app/domain/moderation/queue.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Facts } from './facts.tsx'
import { Link } from './link.tsx'
import { OneClick, WithReason } from './moderation-forms.tsx'
import { QueueHead, QueuePast } from './queue-context.tsx'
import { Time } from './time.tsx'

/** A request for a seat: who, in which function, where, and the decision. */
export function QueueSeat({ seat }: { seat: SeatEntry }) {
  const { t } = useTranslation()
  return (
    <>
      <QueueHead entry={seat} icon="person" label={t('moderation.kinds.seat')} />
      <h2 className="queue-title">
        <Link to={`/people/${seat.handle}`}>
          <bdi>{seat.name}</bdi>
        </Link>
      </h2>
      <Facts items={useSeatFacts(seat)} />
      <QueuePast entry={seat} handle={seat.handle} facilitator />
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
        <>
          <Link to={placePath(place)}>{placeName(lang, place)}</Link> —{' '}
          {t(seat.in_network ? 'moderation.seat.in_network' : 'moderation.seat.not_in_network')}
        </>
      ) : (
        t('seats.whole_network')
      ),
    },
    {
      term: t('seats.new.starts_on'),
      value: seat.starts_on ? <Time value={seat.starts_on} /> : null,
    },
    {
      term: t('moderation.seat.holders'),
      value: seat.holders.length ? <bdi>{seat.holders.join(t('revisions.comma'))}</bdi> : null,
    },
    {
      term: t('moderation.seat.email'),
      value: (
        <>
          <bdi>{breakable(seat.email)}</bdi> — {t(confirmed)}
        </>
      ),
    },
    { term: t('moderation.seat.note'), value: seat.note ? <bdi>{seat.note}</bdi> : null },
  ]
}

// Where a line has no room for all of an address, it goes on from the @.
function breakable(email: string) {
  const at = email.lastIndexOf('@')
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  )
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
        verb="refuse"
        action={`${path}/refuse`}
        label={t('moderation.verbs.refuse.submit')}
        variant="secondary"
      />
    </div>
  )
}
