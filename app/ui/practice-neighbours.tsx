import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Neighbour, Reason } from '#app/domain/practices/neighbours.server.ts'
import { CardList } from './card-list.tsx'
import { Section } from './section.tsx'

/** What else to read, each with the reason why. */
export function PracticeNeighbours({ neighbours }: { neighbours: Neighbour[] }) {
  const { t } = useTranslation()
  if (neighbours.length === 0) return null
  const reasons = new Map(neighbours.map(({ id, reason }) => [id, reason]))
  return (
    <div className="practice-neighbours">
      <Section title={t('practices.neighbours.title')}>
        <CardList cards={neighbours} after={({ id }) => <WhyNear {...reasons.get(id)!} />} />
      </Section>
    </div>
  )
}

/** Why something is near, in a line. */
export function WhyNear({ kind, subject, principle }: Reason) {
  const { t } = useTranslation()
  return (
    <p className="meta">
      <span>
        {t(`practices.neighbours.${kind}`)}{' '}
        {subject ? <bdi lang={subject.lang}>{subject.text}</bdi> : null}
        {principle ? t(`principles.${principle}`) : null}
      </span>
    </p>
  )
}
