import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Page } from '#app/domain/items/page.ts'
import { QUEUE_KINDS, type QueueKind } from '#app/domain/moderation/moderation.limits.ts'
import type { QueueEntry } from '#app/domain/moderation/queue.ts'
import { ButtonLink } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { Link } from './link.tsx'
import { PageTitle } from './page-title.tsx'
import { QueueItem } from './queue-item.tsx'
import { QueueJoin } from './queue-join.tsx'
import { QueueSeat } from './queue-seat.tsx'
import { Tabs } from './tabs.tsx'

type Props = {
  kind: QueueKind | null
  space: { slug: string; name: string } | null
  facilitator: boolean
  counts: Record<QueueKind, number>
  page: Page<QueueEntry>
  isFirst: boolean
}

/** Everything that waits for someone who keeps order, in one list. */
export function QueuePage({ space, facilitator, page, isFirst, ...rest }: Props) {
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
      {page.rows.length === 0 ? (
        <EmptyState title={t('moderation.empty.title')} text={t('moderation.empty.text')} />
      ) : (
        <ul className="list queue narrow">
          {page.rows.map((entry) => (
            <li key={`${entry.queue}-${entry.at}-${entry.id}`}>
              <Entry entry={entry} facilitator={facilitator} />
            </li>
          ))}
        </ul>
      )}
      <QueuePager space={space} kind={rest.kind} next={page.next} isFirst={isFirst} />
    </>
  )
}

function Entry({ entry, facilitator }: { entry: QueueEntry; facilitator: boolean }) {
  if (entry.queue === 'seats') return <QueueSeat seat={entry} />
  if (entry.queue === 'joins') return <QueueJoin join={entry} facilitator={facilitator} />
  return <QueueItem item={entry} facilitator={facilitator} />
}

type PagerProps = Pick<Props, 'space' | 'kind' | 'isFirst'> & { next: string | null }

// What has waited longest is first, so the next page has what came later.
function QueuePager({ space, kind, next, isFirst }: PagerProps) {
  const { t } = useTranslation()
  if (isFirst && !next) return null
  return (
    <nav className="pager" aria-label={t('ui.pager.label')}>
      {isFirst ? null : (
        <ButtonLink to={address(space, kind)} rel="prev" variant="secondary">
          {t('moderation.from_first')}
        </ButtonLink>
      )}
      {next ? (
        <ButtonLink to={address(space, kind, next)} rel="next" variant="secondary">
          {t('moderation.next_page')}
        </ButtonLink>
      ) : null}
    </nav>
  )
}

// Text, not buttons: on a phone these would fill the screen before the first thing that waits.
function Ways() {
  const { t } = useTranslation()
  const ways = [
    { to: '/moderation/log', label: t('moderation.log.title') },
    { to: '/tags', label: t('tags.manage') },
    { to: '/moderation/thesaurus', label: t('thesaurus.title') },
    { to: '/moderation/misses', label: t('misses.title') },
    { to: '/moderation/gaps', label: t('challenges.gaps.title') },
  ]
  return ways.map(({ to, label }) => (
    <Link key={to} to={to} className="quiet-link">
      {label}
    </Link>
  ))
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

function address(space: Props['space'], kind?: QueueKind | null, after?: string) {
  const params = new URLSearchParams()
  if (space) params.set('space', space.slug)
  if (kind) params.set('kind', kind)
  if (after) params.set('after', after)
  return params.size ? `/moderation?${params}` : '/moderation'
}
