import { useEffect, useId, useRef } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { KindBadge } from './badge.tsx'
import { Button } from './button.tsx'
import { kindOf } from './card-list.tsx'
import { inLanguage, Link } from './link.tsx'
import { Notice } from './notice.tsx'
import { formatNumber } from './numbers.ts'
import { useSuggestions } from './suggestions.ts'

const PAUSE = 400

type StepProps = {
  similar: Card[]
  /** What the form's own button sends as its `intent`. */
  intent: 'send' | 'publish'
  /** Whether it is published at once, or looked at by somebody first. */
  outcome: 'publish' | 'submit'
}

/** The step before publishing: what the title is like, and the way on. Stands inside the form. */
export function SimilarStep({ similar, intent, outcome }: StepProps) {
  const { t } = useTranslation()
  if (similar.length === 0) return null
  return (
    <Notice title={t('search.similar.title')}>
      <div className="stack">
        <p>{t('search.similar.text')}</p>
        <SimilarList similar={similar} />
        <Button name="intent" value={intent} variant="secondary">
          {t(`search.similar.${outcome}`)}
        </Button>
      </div>
    </Notice>
  )
}

type Props = {
  /** What the step above shows already. */
  similar: Card[]
  /** The ids of what was shown before, as the form carries them. */
  seen?: string
}

/**
 * Stands under the title of something new and shows what it is like while one types; what was shown
 * once does not stop the form later. Without a script the step does all of it.
 */
export function SimilarTitles({ similar, seen = '' }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const lang = useLang()
  const here = useRef<HTMLDivElement>(null)
  const found = useSimilar(here)
  const shown = new Set([...seen.split(' '), ...[...similar, ...found].map((card) => card.id)])
  const fresh = found.filter((card) => similar.every((other) => other.id !== card.id))
  const count = fresh.length
  return (
    <div className="similar" ref={here}>
      <input type="hidden" name="seen" value={[...shown].join(' ').trim()} />
      <p role="status" className="visually-hidden">
        {count > 0
          ? t('search.similar.found', { count, replace: { count: formatNumber(count, lang) } })
          : null}
      </p>
      {count > 0 ? (
        <section className="card card-shaded" aria-labelledby={id}>
          <p className="similar-title" id={id}>
            {t('search.similar.title')}
          </p>
          <SimilarList similar={fresh} />
        </section>
      ) : null}
    </div>
  )
}

// In a window of its own: what is being written stays where it is.
function SimilarList({ similar }: { similar: Card[] }) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <ul className="similar-list">
      {similar.map((card) => (
        <li key={card.id}>
          <Link to={itemPath(card)} target="_blank" lang={card.lang} dir="auto">
            {card.title}
            <span className="visually-hidden" lang={lang}>
              {' '}
              {t('search.similar.new_tab')}
            </span>
          </Link>
          <Where {...card} />
        </li>
      ))}
    </ul>
  )
}

function Where(card: Card) {
  const lang = useLang()
  const kind = kindOf(card)
  const { place, place_text, space } = card
  const where = place ? placeName(lang, place) : place_text
  return (
    <p className="meta">
      {kind ? <KindBadge kind={kind} /> : null}
      {where ? <bdi>{where}</bdi> : null}
      {space ? <bdi>{space.name}</bdi> : null}
    </p>
  )
}

function useSimilar(here: { current: HTMLDivElement | null }) {
  const lang = useLang()
  const { found, ask } = useSuggestions<Card>(inLanguage(lang, '/search/similar'), PAUSE)
  useEffect(() => {
    const title = here.current?.closest('form')?.elements.namedItem('title')
    if (!(title instanceof HTMLInputElement)) return
    const asking = () => ask(title.value)
    asking()
    title.addEventListener('input', asking)
    return () => title.removeEventListener('input', asking)
  }, [here, ask])
  return found
}
