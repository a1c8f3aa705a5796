import { useTranslation } from '#app/i18n/use-translation.ts'
import { PROGRESS } from '#app/domain/challenges/progress.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { PRINCIPLES } from '#app/domain/principles/principles.ts'
import { ButtonLink } from './button.tsx'
import { CardList } from './card-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { ActiveFilters, Filters } from './filters.tsx'
import { PageTitle } from './page-title.tsx'
import { Pager } from './pager.tsx'

type Chosen = { principle?: string; progress?: string; tag?: string }

type Props = {
  chosen: Chosen
  tags: { slug: string; label: string }[]
  challenges: { rows: Card[]; next: string | null }
}

/** The challenges that collectivities share, narrowed by principle, progress and tag. */
export function ChallengeList({ chosen, tags, challenges }: Props) {
  const { t } = useTranslation()
  const { rows, next } = challenges
  const narrowed = Object.values(chosen).some(Boolean)
  return (
    <>
      <PageTitle
        title={t('challenges.title')}
        lead={t('challenges.lead')}
        actions={
          <ButtonLink to="/challenges/new" icon="plus">
            {t('challenges.new.title')}
          </ButtonLink>
        }
      />
      <div className="with-filters">
        <Narrow chosen={chosen} tags={tags} />
        <div className="stack">
          <Active chosen={chosen} tags={tags} />
          {rows.length === 0 ? (
            <EmptyState
              title={t(narrowed ? 'challenges.none_found' : 'challenges.none')}
              text={t(narrowed ? 'challenges.none_found_text' : 'challenges.none_text')}
            />
          ) : (
            <CardList cards={rows} level="h2" />
          )}
          <Pager older={next && address({ ...chosen, after: next })} />
        </div>
      </div>
    </>
  )
}

function Narrow({ chosen, tags }: Omit<Props, 'challenges'>) {
  const { t } = useTranslation()
  const fields = [
    {
      name: 'progress',
      label: t('challenges.filters.progress'),
      value: chosen.progress,
      empty: t('challenges.filters.any_progress'),
      options: PROGRESS.map((value) => ({ value, label: t(`ui.states.${value}`) })),
    },
    {
      name: 'principle',
      label: t('challenges.filters.principle'),
      value: chosen.principle,
      empty: t('challenges.filters.any_principle'),
      options: PRINCIPLES.map((value) => ({ value, label: t(`principles.${value}`) })),
    },
    {
      name: 'tag',
      label: t('challenges.filters.tag'),
      value: chosen.tag,
      empty: t('challenges.filters.any_tag'),
      options: tags.map(({ slug, label }) => ({ value: slug, label })),
    },
  ]
  return <Filters action="/challenges" fields={fields} />
}

function Active({ chosen, tags }: Omit<Props, 'challenges'>) {
  const { t } = useTranslation()
  const { progress, principle, tag } = chosen
  const active = [
    progress && { label: t(`ui.states.${progress}`), without: without(chosen, 'progress') },
    principle && { label: t(`principles.${principle}`), without: without(chosen, 'principle') },
    tag && {
      label: tags.find(({ slug }) => slug === tag)?.label ?? tag,
      without: without(chosen, 'tag'),
    },
  ].filter((one) => one !== undefined && one !== '')
  return <ActiveFilters active={active} clear="/challenges" />
}

function without(chosen: Chosen, name: keyof Chosen) {
  return address({ ...chosen, [name]: undefined })
}

function address(query: Chosen & { after?: string }) {
  const known = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1])
  return `/challenges${known.length ? `?${new URLSearchParams(known)}` : ''}`
}
