import type { Card } from '#app/domain/items/cards.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { CardList } from './card-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { PageTitle } from './page-title.tsx'

/** For facilitators: what many face and nothing answers. */
export function GapsPage({ gaps }: { gaps: (Card & { facing: number })[] }) {
  const { t } = useTranslation()
  const facing = new Map(gaps.map(({ id, facing: count }) => [id, count]))
  return (
    <div className="narrow stack-large">
      <PageTitle
        title={t('challenges.gaps.title')}
        lead={t('challenges.gaps.lead')}
        breadcrumbs={[{ to: '/moderation', label: t('moderation.title') }]}
      />
      {gaps.length === 0 ? (
        <EmptyState title={t('challenges.gaps.none')} />
      ) : (
        <CardList
          cards={gaps}
          level="h2"
          after={({ id }) => <p>{t('challenges.faces.gap', { count: facing.get(id) ?? 0 })}</p>}
        />
      )}
    </div>
  )
}
