import { useTranslation } from 'react-i18next'
import type { Card } from '#app/domain/items/cards.ts'
import { CardList } from './card-list.tsx'
import { Section } from './section.tsx'

type Neighbour = Card & { reason: string }

/** What else to read, each with the reason why. */
export function PracticeNeighbours({ neighbours }: { neighbours: Neighbour[] }) {
  const { t } = useTranslation()
  if (neighbours.length === 0) return null
  const reasons = new Map(neighbours.map(({ id, reason }) => [id, reason]))
  return (
    <div className="practice-neighbours">
      <Section title={t('practices.neighbours.title')}>
        <CardList
          cards={neighbours}
          after={({ id }) => (
            <p className="meta">{t(`practices.neighbours.${reasons.get(id) ?? 'principles'}`)}</p>
          )}
        />
      </Section>
    </div>
  )
}
