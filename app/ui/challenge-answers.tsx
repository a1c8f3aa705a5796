import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Count } from '#app/domain/challenges/answers.server.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button, ButtonLink } from './button.tsx'
import { CardList } from './card-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { formatNumber } from './numbers.ts'
import { PageTitle } from './page-title.tsx'
import { Section } from './section.tsx'
import { SiteForm } from './site-form.tsx'

type Props = {
  challenge: { id: string }
  answers: Card[]
  linked: { answers: Count }
  /** The ids of those whose link the viewer may take away. */
  removable: string[]
  may: { contribute: boolean }
}

/** The practices and tools that answer a challenge: the newest, with the way to all of them. */
export function ChallengeAnswers({ challenge, answers, linked, removable, may }: Props) {
  const { t } = useTranslation()
  const to = `/practices?challenge=${challenge.id}`
  return (
    <div id="answers">
      <Section title={t('challenges.answers.title')} more={useMore(to, linked.answers, answers)}>
        <div className="stack">
          {answers.length === 0 ? (
            <EmptyState
              level="h3"
              title={t('challenges.answers.none')}
              text={may.contribute ? t('challenges.answers.none_text') : undefined}
            />
          ) : (
            <AnswerList challengeId={challenge.id} answers={answers} removable={removable} />
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

/** The way to all of a list of which some are shown; none where these are all. */
export function useMore(to: string, { count, more }: Count, shown: Card[]) {
  const { t } = useTranslation()
  const lang = useLang()
  if (count <= shown.length) return undefined
  const number = formatNumber(count, lang) + (more ? '+' : '')
  return { to, label: t('challenges.see_all', { number }) }
}

type TitleProps = { title: string; challenge: { id: string; title: string }; actions: ReactNode }

/** The title of a list of what is linked to a challenge, with the way back to it. */
export function LinkedTitle({ title, challenge, actions }: TitleProps) {
  const { t } = useTranslation()
  const breadcrumbs = [
    { to: '/challenges', label: t('challenges.title') },
    { to: itemPath({ ...challenge, kind: 'challenge' }), label: challenge.title },
  ]
  return <PageTitle title={title} breadcrumbs={breadcrumbs} actions={actions} />
}

type ListProps = { challengeId: string; answers: Card[]; removable: string[]; level?: 'h2' }

/** What answers a challenge as cards, and the way to take a link away. */
export function AnswerList({ challengeId, answers, removable, level }: ListProps) {
  return (
    <CardList
      cards={answers}
      level={level}
      after={
        removable.length === 0
          ? undefined
          : (card) =>
              removable.includes(card.id) ? <Unlink challengeId={challengeId} card={card} /> : null
      }
    />
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
