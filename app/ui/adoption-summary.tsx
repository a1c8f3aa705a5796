import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Status } from '#app/domain/adoptions/adoptions.ts'
import type { AdoptionCounts } from '#app/domain/adoptions/counts.ts'
import { Badge } from './badge.tsx'
import type { IconName } from './icon.tsx'

const ICONS = {
  interested: { icon: 'open', tone: 'plain' },
  planned: { icon: 'calendar', tone: 'waiting' },
  adapting: { icon: 'edit', tone: 'waiting' },
  running: { icon: 'check', tone: 'positive' },
  stopped: { icon: 'close', tone: 'negative' },
} as const satisfies Record<Status, { icon: IconName; tone: string }>

/** How far a collectivity has come, in a word. */
export function AdoptionStatus({ status }: { status: Status }) {
  const { t } = useTranslation()
  return <Badge {...ICONS[status]} label={t(`adoptions.status.${status}`)} />
}

/** How many took it up, what they are where they differ, and how far they have come, in two lines. */
export function AdoptionSummary({ counts }: { counts: AdoptionCounts }) {
  const { t } = useTranslation()
  const comma = t('adoptions.comma')
  const { taken: count } = counts
  const taken = count > 0 ? t('adoptions.taken', { count }) : t('adoptions.none')
  const kinds = counts.kinds.map(({ of, count }) => t(`adoptions.kinds.${of}`, { count }))
  const stand = (['running', 'interested', 'stopped'] as const)
    .filter((status) => counts[status] > 0)
    .map((status) => t(`adoptions.standing.${status}`, { count: counts[status] }))
  return (
    <div className="adoption-summary">
      <p>
        {kinds.length > 1 ? t('adoptions.of_kinds', { taken, kinds: kinds.join(comma) }) : taken}
      </p>
      {stand.length ? <p className="muted">{stand.join(comma)}</p> : null}
    </div>
  )
}
