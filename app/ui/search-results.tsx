import { useTranslation } from 'react-i18next'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import { RESULTS_PER_PAGE } from '#app/domain/search/search.limits.ts'
import { LANG_NAMES } from '#app/i18n/locales.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import type { Lang } from '#db/schema.ts'
import { ButtonLink } from './button.tsx'
import { CardList, type ListedCard } from './card-list.tsx'
import { TagLink } from './chip.tsx'
import { EmptyState } from './empty-state.tsx'
import { Link } from './link.tsx'
import { Marked, type Segment } from './marked.tsx'
import { formatNumber } from './numbers.ts'
import { type Asked, hiddenFilters, searchPath } from './search-paths.ts'
import { SearchWays, type Topic } from './search-ways.tsx'

type FoundCard = ListedCard & {
  reply: { id: string; lang: Lang; excerpt: Segment[] } | null
}

type FoundPlace = { code: string; name_ar: string; name_fr: string; kind: string }

export type Results = {
  found: FoundCard[]
  total: number
  page: number
  more: boolean
  byBeginning: boolean
  places: FoundPlace[]
  tags: Topic[]
}

type Props = { asked: Asked; results: Results; topics: Topic[] }

export function SearchResults({ asked, results, topics }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  const { found, total, page, byBeginning } = results
  if (found.length === 0) return <NothingFound {...{ asked, results, topics }} />

  const amount = t('search.results', {
    count: total,
    replace: { count: formatNumber(total, lang) },
  })
  return (
    <>
      <AlsoFound {...results} />
      <h2 className="search-amount">
        {amount}
        {page > 1 ? ` · ${t('search.page', { page })}` : null}
      </h2>
      {byBeginning ? <p className="muted">{t('search.by_beginning')}</p> : null}
      <CardList
        cards={found}
        after={(card) => <Notes card={found.find(({ id }) => id === card.id)!} />}
      />
      <Pages asked={asked} results={results} />
    </>
  )
}

/** What the words name beside what is written: collectivities and tags. */
function AlsoFound({ places, tags }: Pick<Results, 'places' | 'tags'>) {
  const { t } = useTranslation()
  const lang = useLang()
  if (places.length + tags.length === 0) return null
  return (
    <section className="search-also card card-shaded" aria-label={t('search.also')}>
      {places.length ? (
        <div className="cluster">
          <h2>{t('search.places')}</h2>
          <ul className="cluster search-places">
            {places.map((place) => (
              <li key={place.code}>
                <Link to={placePath(place)}>{placeName(lang, place)}</Link>{' '}
                <small>{t(`collectivity_types.${place.kind}`)}</small>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {tags.length ? (
        <div className="cluster">
          <h2>{t('search.tags')}</h2>
          <ul className="chips">
            {tags.map((tag) => (
              <li key={tag.slug}>
                <TagLink slug={tag.slug} label={tag.label} lang={tag.lang} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}

function Notes({ card }: { card: FoundCard }) {
  const lang = useLang()
  const { reply } = card
  return (
    <>
      {card.lang === lang ? null : <WrittenIn lang={card.lang} />}
      {reply ? <Reply thread={card.id} {...reply} /> : null}
    </>
  )
}

function WrittenIn({ lang }: { lang: Lang }) {
  const { t } = useTranslation()
  return (
    <p className="meta">
      <span>
        {t('search.written_in')} <bdi lang={lang}>{LANG_NAMES[lang]}</bdi>
      </span>
    </p>
  )
}

type ReplyProps = { thread: string; id: string; lang: Lang; excerpt: Segment[] }

function Reply({ thread, id, lang, excerpt }: ReplyProps) {
  const { t } = useTranslation()
  return (
    <div className="search-reply">
      <p className="muted">{t('search.in_reply')}</p>
      <p lang={lang} dir="auto">
        <Marked segments={excerpt} />
      </p>
      <Link to={`/threads/${thread}/posts/${id}`}>{t('search.read_reply')}</Link>
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
  const narrowed = hiddenFilters(asked).length > 0
  return (
    <div className="stack-large">
      <AlsoFound {...results} />
      <EmptyState
        title={t('search.none.title', { q: asked.q })}
        text={t('search.none.text')}
        action={
          <p className="actions">
            {narrowed ? (
              <ButtonLink to={searchPath({ q: asked.q })}>{t('search.none.drop')}</ButtonLink>
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
