import { useTranslation } from '#app/i18n/use-translation.ts'
import type { QueueEntry } from '#app/domain/moderation/queue.ts'
import { Badge } from './badge.tsx'
import type { IconName } from './icon.tsx'
import { Link } from './link.tsx'
import { Time } from './time.tsx'

type HeadProps = { entry: QueueEntry; icon: IconName; label: string; space?: string | null }

/** What waits, where, since when and for how long. */
export function QueueHead({ entry: { at, days }, icon, label, space }: HeadProps) {
  const { t } = useTranslation()
  return (
    <div className="cluster">
      <Badge tone="waiting" icon={icon} label={label} />
      {space ? <Badge icon="people" label={space} /> : null}
      <span className="muted">
        <Time value={at} form="minute" />
        {' — '}
        {days ? t('moderation.waits_days', { count: days }) : t('moderation.waits_today')}
      </span>
    </div>
  )
}

type PastProps = {
  entry: QueueEntry
  /** Whose past it is; nobody's where they are gone. */
  handle: string | null
  /** The viewer reads the network's log. */
  facilitator: boolean
}

/** What was done before about the same text and the same person, with the way to the log. */
export function QueuePast({ entry: { before, other }, handle, facilitator }: PastProps) {
  const { t } = useTranslation()
  if (before.length + other.length === 0)
    return <p className="muted">{t('moderation.past.none')}</p>
  return (
    <div className="muted">
      <Line label={t('moderation.past.this')} acts={before} />
      <Line label={t('moderation.past.other')} acts={other} />
      {facilitator && handle ? (
        <Link to={`/moderation/log?${new URLSearchParams({ about: `@${handle}` })}`}>
          {t('moderation.past.log')}
        </Link>
      ) : null}
    </div>
  )
}

function Line({ label, acts }: { label: string; acts: QueueEntry['other'] }) {
  const { t } = useTranslation()
  if (acts.length === 0) return null
  const counted = acts.map(({ verb, count }) =>
    count > 1
      ? t('moderation.past.times', { what: t(`audit.${verb}`), times: count })
      : t(`audit.${verb}`),
  )
  return (
    <p>
      {label} {counted.join(t('revisions.comma'))}
    </p>
  )
}
