import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import type { IconName } from './icon.tsx'
import { ItemCard } from './item-card.tsx'
import type { Segment } from './marked.tsx'
import { SharedItem } from './shared-item.tsx'

export type ListedCard = Card & {
  /** Search results: the title and an excerpt with the words marked. */
  marked?: { title: Segment[]; excerpt: Segment[] }
}

type Props = {
  cards: ListedCard[]
  level?: 'h2' | 'h3'
  /** The order says something. */
  numbered?: boolean
  after?: (card: ListedCard) => ReactNode
}

/** A list of items as cards, each in the language it is written in. */
export function CardList({ cards, level, numbered = false, after }: Props) {
  const List = numbered ? 'ol' : 'ul'
  return (
    <List className={numbered ? 'card-list card-list-numbered' : 'card-list'}>
      {cards.map((card) =>
        // What was found is marked for one search.
        after || card.marked ? (
          <li key={card.id}>
            <OneCard card={card} level={level}>
              {after?.(card)}
            </OneCard>
          </li>
        ) : (
          <SharedItem key={card.id}>
            <OneCard card={card} level={level} />
          </SharedItem>
        ),
      )}
    </List>
  )
}

type OneProps = { card: ListedCard; level?: 'h2' | 'h3'; children?: ReactNode }

function OneCard({ card, level, children }: OneProps) {
  const { t } = useTranslation()
  const lang = useLang()
  const { marked, place, place_text } = card
  return (
    <ItemCard
      kind={kindOf(card)}
      state={stateOf(card)}
      to={itemPath(card)}
      title={marked?.title ?? card.title}
      excerpt={marked?.excerpt ?? card.summary ?? undefined}
      lang={card.lang}
      written={marked && card.lang !== lang ? t(`languages.${card.lang}`) : undefined}
      place={place ? placeName(lang, place) : (place_text ?? undefined)}
      at={dateOf(card)}
      until={card.ends_on ?? undefined}
      principles={card.principles.map((slug) => ({
        label: t(`principles.${slug}`),
        to: `/practices?principle=${slug}`,
      }))}
      counts={countsOf(card, t)}
      closed={card.space?.visibility === 'private'}
      level={level}
    >
      {children}
    </ItemCard>
  )
}

/** A thread is announced as what it is: a question, an experience or a discussion. */
export function kindOf({ kind, form }: Card) {
  if (kind === 'thread') return form ?? 'discussion'
  return kind === 'post' || kind === 'step' || kind === 'document' ? undefined : kind
}

// When it was done tells more about a practice than when it was written up, and looks the same.
function dateOf({ kind, state, year, starts_on, published_at, created_at }: Card) {
  const isPractice = kind === 'practice' || kind === 'tool'
  if (year || (isPractice && state === 'published')) return undefined
  return starts_on ?? published_at ?? created_at
}

function stateOf(card: Card) {
  if (card.hidden_at) return 'hidden'
  if (card.state !== 'published') return card.state
  return card.progress ?? undefined
}

function countsOf(card: Card, t: TFunction) {
  const counts: { icon: IconName; label: string }[] = []
  if (card.year) counts.push({ icon: 'calendar', label: String(card.year) })
  if (card.reply_count !== null) {
    counts.push({ icon: 'reply', label: t('ui.replies', { count: card.reply_count }) })
  }
  if (card.adopters > 0) {
    counts.push({ icon: 'people', label: t('adoptions.taken', { count: card.adopters }) })
  }
  if (card.answered) counts.push({ icon: 'check', label: t('ui.answered') })
  return counts
}
