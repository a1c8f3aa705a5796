import { useTranslation } from '#app/i18n/use-translation.ts'
import type { PlaceList } from '#app/domain/collectivities/collectivities.limits.ts'
import type { PlaceCard } from '#app/domain/collectivities/place.server.ts'
import type { Page } from '#app/domain/items/page.ts'
import { AdoptionStatus } from './adoption-summary.tsx'
import { CardList } from './card-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { PageTitle } from './page-title.tsx'
import { Pager } from './pager.tsx'
import { Section } from './section.tsx'

type Props = {
  list: PlaceList
  page: Page<PlaceCard>
  isFirst: boolean
  name: string
  path: string
}

/** All of one kind that concerns a collectivity, page by page. */
export function PlaceItems({ list, page, isFirst, name, path }: Props) {
  const { t } = useTranslation()
  const here = `${path}?list=${list}`
  return (
    <>
      <PageTitle
        title={t(`collectivities.lists.${list}_of`, { name })}
        breadcrumbs={[
          { to: '/collectivities', label: t('collectivities.title') },
          { to: path, label: name },
        ]}
      />
      {page.rows.length ? (
        <PlaceCards cards={page.rows} level="h2" />
      ) : (
        <EmptyState title={t('collectivities.empty.title')} />
      )}
      <Pager
        newer={isFirst ? null : here}
        older={page.next ? `${here}&before=${encodeURIComponent(page.next)}` : null}
      />
    </>
  )
}

type PreviewProps = { list: PlaceList; page: Page<PlaceCard>; path: string }

/** The newest of one kind, with the way to the rest. */
export function PlacePreview({ list, page, path }: PreviewProps) {
  const { t } = useTranslation()
  if (page.rows.length === 0) return null
  const more = { to: `${path}?list=${list}`, label: t('collectivities.all') }
  return (
    <Section title={t(`collectivities.lists.${list}`)} more={page.next ? more : undefined}>
      <PlaceCards cards={page.rows} />
    </Section>
  )
}

// What it took up stands with how far it has come.
function PlaceCards({ cards, level }: { cards: PlaceCard[]; level?: 'h2' }) {
  const adopted = new Map(cards.map((card) => [card.id, card.adopted]))
  return (
    <CardList
      cards={cards}
      level={level}
      after={({ id }) => {
        const status = adopted.get(id)
        return status ? <AdoptionStatus status={status} /> : null
      }}
    />
  )
}
