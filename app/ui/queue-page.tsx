import { useTranslation } from 'react-i18next'
import {
  QUEUE_KINDS,
  QUEUE_SIZE,
  type QueueKind,
} from '#app/domain/moderation/moderation.limits.ts'
import type { QueueEntry } from '#app/domain/moderation/queue.ts'
import { ButtonLink } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { PageTitle } from './page-title.tsx'
import { QueueItem } from './queue-item.tsx'
import { QueueSeat } from './queue-seat.tsx'
import { Tabs } from './tabs.tsx'

type Props = {
  kind: QueueKind | null
  space: { slug: string; name: string } | null
  facilitator: boolean
  counts: Record<QueueKind, number>
  entries: QueueEntry[]
}

/** Everything that waits for someone who keeps order, in one list. */
export function QueuePage({ space, facilitator, entries, ...rest }: Props) {
  const { t } = useTranslation()
  const where = space ? [{ to: `/spaces/${space.slug}`, label: space.name }] : []
  return (
    <>
      <PageTitle
        title={t('moderation.title')}
        lead={t(space ? 'moderation.lead_space' : 'moderation.lead')}
        breadcrumbs={where}
        actions={facilitator && !space ? <Ways /> : undefined}
      />
      <QueueTabs {...rest} space={space} facilitator={facilitator} />
      {entries.length === 0 ? (
        <EmptyState title={t('moderation.empty.title')} text={t('moderation.empty.text')} />
      ) : (
        <ul className="list queue narrow">
          {entries.map((entry) => (
            <li key={`${entry.queue}-${entry.id}`}>
              {entry.queue === 'seats' ? <QueueSeat seat={entry} /> : <QueueItem item={entry} />}
            </li>
          ))}
        </ul>
      )}
      {entries.length === QUEUE_SIZE ? <p className="muted">{t('moderation.more')}</p> : null}
    </>
  )
}

function Ways() {
  const { t } = useTranslation()
  return (
    <>
      <ButtonLink to="/moderation/log" variant="secondary" small>
        {t('moderation.log.title')}
      </ButtonLink>
      <ButtonLink to="/tags" variant="secondary" small>
        {t('tags.manage')}
      </ButtonLink>
      <ButtonLink to="/moderation/thesaurus" variant="secondary" small>
        {t('thesaurus.title')}
      </ButtonLink>
      <ButtonLink to="/moderation/misses" variant="secondary" small>
        {t('misses.title')}
      </ButtonLink>
    </>
  )
}

type TabsProps = Pick<Props, 'kind' | 'counts' | 'space' | 'facilitator'>

function QueueTabs({ kind, counts, space, facilitator }: TabsProps) {
  const { t } = useTranslation()
  const kinds = QUEUE_KINDS.filter((one) => one !== 'seats' || (facilitator && !space))
  const all = kinds.reduce((sum, one) => sum + counts[one], 0)
  const tabs = [
    { to: address(space), label: t('moderation.kinds.all'), current: kind === null, count: all },
    ...kinds.map((one) => ({
      to: address(space, one),
      label: t(`moderation.kinds.${one}`),
      current: kind === one,
      count: counts[one],
    })),
  ]
  return <Tabs label={t('moderation.filter')} items={tabs} />
}

function address(space: Props['space'], kind?: QueueKind) {
  const params = new URLSearchParams()
  if (space) params.set('space', space.slug)
  if (kind) params.set('kind', kind)
  return params.size ? `/moderation?${params}` : '/moderation'
}
