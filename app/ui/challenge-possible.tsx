import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Card } from '#app/domain/items/cards.ts'
import type { Neighbour } from '#app/domain/practices/neighbours.server.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from './button.tsx'
import { CardList } from './card-list.tsx'
import { inLanguage } from './link.tsx'
import { WhyNear } from './practice-neighbours.tsx'
import { Section } from './section.tsx'

type Props = {
  challenge: { id: string }
  possible: Neighbour[]
  may: { contribute: boolean }
}

/** What may answer a challenge and nobody has linked yet; those who may can do so from here. */
export function PossibleAnswers({ challenge, possible, may }: Props) {
  const { t } = useTranslation()
  if (possible.length === 0) return null
  const reasons = new Map(possible.map(({ id, reason }) => [id, reason]))
  return (
    <Section title={t('challenges.possible.title')}>
      <p className="meta">{t('challenges.possible.lead')}</p>
      <CardList
        cards={possible}
        after={(card) => (
          <>
            <WhyNear {...reasons.get(card.id)!} />
            {may.contribute ? <LinkIt challengeId={challenge.id} card={card} /> : null}
          </>
        )}
      />
    </Section>
  )
}

function LinkIt({ challengeId, card }: { challengeId: string; card: Card }) {
  const { t } = useTranslation()
  return (
    <form
      method="post"
      noValidate
      action={inLanguage(useLang(), `/challenges/${challengeId}/links`)}
    >
      <input type="hidden" name="address" value={card.id} />
      <Button variant="secondary" small icon="plus">
        {t('challenges.possible.link')}
        <span className="visually-hidden"> {card.title}</span>
      </Button>
    </form>
  )
}
