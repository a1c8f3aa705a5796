import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { Button, ButtonLink } from './button.tsx'
import { CardList } from './card-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { Section } from './section.tsx'
import { SiteForm } from './site-form.tsx'

type Props = {
  challenge: { id: string }
  answers: { card: Card; unlink: boolean }[]
  may: { contribute: boolean }
}

/** The practices and tools that answer a challenge. */
export function ChallengeAnswers({ challenge, answers, may }: Props) {
  const { t } = useTranslation()
  const removable = new Set(answers.filter((one) => one.unlink).map(({ card }) => card.id))
  return (
    <div id="answers">
      <Section title={t('challenges.answers.title')}>
        <div className="stack">
          {answers.length === 0 ? (
            <EmptyState
              level="h3"
              title={t('challenges.answers.none')}
              text={may.contribute ? t('challenges.answers.none_text') : undefined}
            />
          ) : (
            <CardList
              cards={answers.map(({ card }) => card)}
              after={(card) =>
                removable.has(card.id) ? <Unlink challengeId={challenge.id} card={card} /> : null
              }
            />
          )}
          {may.contribute ? (
            <ButtonLink to={`/challenges/${challenge.id}/links`} icon="plus" variant="secondary">
              {t('challenges.link.title')}
            </ButtonLink>
          ) : null}
        </div>
      </Section>
    </div>
  )
}

function Unlink({ challengeId, card }: { challengeId: string; card: Card }) {
  const { t } = useTranslation()
  return (
    <SiteForm to={`/challenges/${challengeId}/unlink`} preventScrollReset>
      <input type="hidden" name="item" value={card.id} />
      <Button variant="quiet" small icon="close">
        {t('challenges.answers.unlink')}
        <span className="visually-hidden"> {card.title}</span>
      </Button>
    </SiteForm>
  )
}
