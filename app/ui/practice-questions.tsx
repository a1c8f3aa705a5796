import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { ButtonLink } from './button.tsx'
import { CardList } from './card-list.tsx'
import { Link } from './link.tsx'
import { Section } from './section.tsx'

type Props = { id: string; events: Card[]; questions: Card[]; origin: Card | null; mayAsk: boolean }

/** What was asked about a practice, where to ask more, and the thread or the events it comes from. */
export function PracticeQuestions({ id, events, questions, origin, mayAsk }: Props) {
  const { t } = useTranslation()
  if (questions.length === 0 && events.length === 0 && !origin && !mayAsk) return null
  return (
    <div className="stack practice-questions" id="questions">
      {origin ? (
        <p>
          {t('practices.questions.origin')}{' '}
          <Link to={itemPath(origin)} lang={origin.lang}>
            <bdi>{origin.title}</bdi>
          </Link>
        </p>
      ) : null}
      {events.map((event) => (
        <p key={event.id}>
          {t('events.presented_at')}{' '}
          <Link to={itemPath(event)} lang={event.lang}>
            <bdi>{event.title}</bdi>
          </Link>
        </p>
      ))}
      {questions.length || mayAsk ? (
        <Section title={t('practices.questions.title')}>
          <div className="stack">
            {questions.length ? (
              <CardList cards={questions} />
            ) : (
              <p className="muted">{t('practices.questions.none')}</p>
            )}
            {mayAsk ? (
              <ButtonLink
                to={`/threads/new?practice=${id}&form=question`}
                variant="secondary"
                icon="talk"
              >
                {t('practices.questions.ask')}
              </ButtonLink>
            ) : null}
          </div>
        </Section>
      ) : null}
    </div>
  )
}
