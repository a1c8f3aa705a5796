import type { Card } from '#app/domain/items/cards.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ButtonLink } from './button.tsx'
import { CardList } from './card-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { PageTitle } from './page-title.tsx'
import { Pager } from './pager.tsx'

type Props = {
  rows: Card[]
  next: string | null
  /** How many presentations each lists, by id. */
  counts: Record<string, number>
  mayMake: boolean
}

/** Where the network met, the latest first. */
export function EventList({ rows, next, counts, mayMake }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <PageTitle
        title={t('events.title')}
        lead={t('events.lead')}
        breadcrumbs={[{ to: '/practices', label: t('practices.list.all.title') }]}
        actions={
          mayMake ? (
            <ButtonLink to="/events/new" icon="plus">
              {t('events.new.title')}
            </ButtonLink>
          ) : undefined
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t('events.none')} text={t('events.none_text')} />
      ) : (
        <CardList
          cards={rows}
          level="h2"
          after={({ id }) =>
            counts[id] ? <p className="meta">{t('events.count', { count: counts[id] })}</p> : null
          }
        />
      )}
      <Pager older={next && `/events?after=${next}`} />
    </>
  )
}
