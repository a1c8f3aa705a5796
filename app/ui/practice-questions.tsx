import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { ButtonLink } from './button.tsx'
import { CardList } from './card-list.tsx'
import { Link } from './link.tsx'
import { Section } from './section.tsx'

type Props = { id: string; questions: Card[]; origin: Card | null; mayAsk: boolean }

/** What was asked about a practice, where to ask more, and the thread it was made from. */
export function PracticeQuestions({ id, questions, origin, mayAsk }: Props) {
  const { t } = useTranslation()
  if (questions.length === 0 && !origin && !mayAsk) return null
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
