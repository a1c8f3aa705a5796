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
  /** How many entries of each the reader may read, by id. */
  counts: Record<string, number>
  mayMake: boolean
}

/** The collections that facilitators and trainers have made of what is there. */
export function CollectionList({ rows, next, counts, mayMake }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <PageTitle
        title={t('collections.title')}
        lead={t('collections.lead')}
        breadcrumbs={[{ to: '/practices', label: t('practices.list.all.title') }]}
        actions={
          mayMake ? (
            <ButtonLink to="/collections/new" icon="plus">
              {t('collections.new.title')}
            </ButtonLink>
          ) : undefined
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t('collections.none')} text={t('collections.none_text')} />
      ) : (
        <CardList
          cards={rows}
          level="h2"
          after={({ id }) => (
            <p className="meta">{t('collections.count', { count: counts[id] ?? 0 })}</p>
          )}
        />
      )}
      <Pager older={next && `/collections?after=${next}`} />
    </>
  )
}
