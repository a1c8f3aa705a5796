import { type ComponentProps } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Likeness } from '#app/domain/collectivities/alike.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import type { FacetCounts } from '#app/domain/search/facets.server.ts'
import { RESULTS_PER_PAGE, SORTS } from '#app/domain/search/search.limits.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import type { Lang } from '#db/schema.ts'
import { Badge } from './badge.tsx'
import { ButtonLink } from './button.tsx'
import { CardList, type ListedCard } from './card-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { Link } from './link.tsx'
import { Marked, type Segment } from './marked.tsx'
import { formatNumber } from './numbers.ts'
import { SearchAlso } from './search-also.tsx'
import { SearchNotes } from './search-notes.tsx'
import { type Asked, searchPath } from './search-paths.ts'
import { SearchWays, type Topic } from './search-ways.tsx'

type FoundCard = ListedCard & {
  reply: { id: string; lang: Lang; excerpt: Segment[] } | null
  through: { lang: Lang; text: string }[]
  likeness: Likeness | null
}

export type Results = {
  found: FoundCard[]
  total: number
  page: number
  more: boolean
  whole: number
  onlyClose: boolean
  byBeginning: boolean
  facets: FacetCounts
  corrections: { typed: string; used: string[] }[]
  unknown: { field: string; value: string }[]
  meant: string | null
} & ComponentProps<typeof SearchAlso>

type Props = { asked: Asked; results: Results; topics: Topic[] }

export function SearchResults({ asked, results, topics }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  const { found, total, page } = results
  if (found.length === 0) return <NothingFound {...{ asked, results, topics }} />

  const amount = t('search.results', {
    count: total,
    replace: { count: formatNumber(total, lang) },
  })
  return (
    <>
      <SearchAlso {...results} />
      <div className="search-head">
        <h2 className="search-amount">
          {amount}
          {page > 1 ? ` · ${t('search.page', { page })}` : null}
        </h2>
        {total > 1 ? <Sorts asked={asked} /> : null}
      </div>
      <SearchNotes asked={asked} results={results} />
      <CardList
        cards={found}
        after={(card) => <Notes card={found.find(({ id }) => id === card.id)!} />}
      />
      <Pages asked={asked} results={results} />
    </>
  )
}

function Sorts({ asked }: { asked: Asked }) {
  const { t } = useTranslation()
  return (
    <nav className="cluster search-sorts" aria-label={t('search.sort.label')}>
      <span aria-hidden="true">{t('search.sort.label')}</span>
      {SORTS.map((sort) => (
        <Link
          key={sort}
          to={searchPath(asked, { sort })}
          aria-current={asked.sort === sort ? 'true' : undefined}
        >
          {t(`search.sort.${sort}`)}
        </Link>
      ))}
    </nav>
  )
}

function Notes({ card }: { card: FoundCard }) {
  const { reply, through, likeness } = card
  return (
    <>
      {likeness ? <FromAlike {...likeness} /> : null}
      {through.length > 0 ? <Through names={through} /> : null}
      {reply ? <Reply lead={card} {...reply} /> : null}
    </>
  )
}

function FromAlike({ as, near }: Likeness) {
  const { t } = useTranslation()
  const kind = t(`alike.as.${as}`)
  return (
    <p>
      <Badge icon="building" label={t(near ? 'search.alike.near' : 'search.alike.far', { kind })} />
    </p>
  )
}

function Through({ names }: { names: { lang: Lang; text: string }[] }) {
  const { t } = useTranslation()
  return (
    <p className="meta">
      <span>
        {t('search.through')}{' '}
        {names.map(({ lang, text }, index) => (
          <span key={text}>
            {index > 0 ? ' · ' : null}
            <bdi lang={lang}>{text}</bdi>
          </span>
        ))}
      </span>
    </p>
  )
}

type ReplyProps = { lead: FoundCard; id: string; lang: Lang; excerpt: Segment[] }

function Reply({ lead, id, lang, excerpt }: ReplyProps) {
  const { t } = useTranslation()
  const inThread = lead.kind === 'thread'
  const kind = inThread ? 'post' : 'step'
  return (
    <div className="search-reply">
      <p className="muted">{t(inThread ? 'search.in_reply' : 'search.in_step')}</p>
      <p lang={lang} dir="auto">
        <Marked segments={excerpt} />
      </p>
      <Link to={itemPath({ id, kind, thread_id: lead.id, title: '' })}>
        {t(inThread ? 'search.read_reply' : 'search.read_step')}
      </Link>
    </div>
  )
}

function Pages({ asked, results: { page, more, total, found } }: Omit<Props, 'topics'>) {
  const { t } = useTranslation()
  if (page === 1 && !more) return null
  const capped = !more && total > (page - 1) * RESULTS_PER_PAGE + found.length
  return (
    <>
      {capped ? <p className="muted">{t('search.capped')}</p> : null}
      <nav className="pager" aria-label={t('search.pages')}>
        {page > 1 ? (
          <ButtonLink to={searchPath(asked, { page: page - 1 })} rel="prev" variant="secondary">
            {t('search.previous')}
          </ButtonLink>
        ) : null}
        {more ? (
          <ButtonLink to={searchPath(asked, { page: page + 1 })} rel="next" variant="secondary">
            {t('search.next')}
          </ButtonLink>
        ) : null}
      </nav>
    </>
  )
}

// Never a dead end: fewer conditions, other ways in, or the people who may know.
function NothingFound({ asked, results, topics }: Props) {
  const { t } = useTranslation()
  if (results.page > 1) {
    const first = <Link to={searchPath(asked)}>{t('search.none.first')}</Link>
    return <EmptyState title={t('search.none.page')} action={first} />
  }
  const narrowed = Object.values(asked.filters).some(Boolean)
  return (
    <div className="stack-large">
      <SearchAlso {...results} />
      <SearchNotes asked={asked} results={results} />
      <EmptyState
        title={t('search.none.title', { q: asked.q })}
        text={t('search.none.text')}
        action={
          <p className="actions">
            {narrowed ? (
              <ButtonLink to={searchPath({ ...asked, filters: {} })}>
                {t('search.none.drop')}
              </ButtonLink>
            ) : null}
            <ButtonLink to="/threads/new" variant={narrowed ? 'secondary' : 'primary'}>
              {t('search.none.ask')}
            </ButtonLink>
          </p>
        }
      />
      <SearchWays topics={topics} />
    </div>
  )
}
