import { useTranslation } from '#app/i18n/use-translation.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { ActiveFilters } from './filters.tsx'
import { Link } from './link.tsx'
import { PageTitle } from './page-title.tsx'
import { SaveSearch } from './save-search.tsx'
import { SearchBox } from './search-box.tsx'
import { activeFilters, SearchFacets } from './search-facets.tsx'
import { type Asked, hiddenFilters, searchPath } from './search-paths.ts'
import { type Results, SearchResults } from './search-results.tsx'
import { SearchWays, type Topic } from './search-ways.tsx'

type Region = { code: string; name_ar: string; name_fr: string }

type Props = {
  asked: Asked
  results: Results | null
  topics: Topic[]
  regions: Region[]
  tags: (Topic & { id: string })[]
  /** Of a person who signed in: the search as it is kept, or may be. */
  keep: { query: string; saved?: string | null } | null
}

export function SearchPage({ asked, results, topics, keep, ...names }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <>
      <PageTitle title={t('search.title')} lead={asked.q ? undefined : t('search.empty.text')} />
      <div className="stack-large">
        <div className="stack">
          <SearchBox value={asked.q} large hidden={hiddenFilters(asked)} />
          <div className="cluster">
            <Link to="/search/help">{t('search.help')}</Link>
            {keep ? <SaveSearch {...keep} /> : null}
          </div>
        </div>
        {results ? (
          <div className="with-filters">
            <SearchFacets asked={asked} facets={results.facets} names={names} />
            <div className="stack">
              <ActiveFilters
                active={activeFilters(t, lang, asked, names)}
                clear={searchPath({ ...asked, filters: {} })}
              />
              <SearchResults asked={asked} results={results} topics={topics} />
            </div>
          </div>
        ) : (
          <SearchWays topics={topics} />
        )}
      </div>
    </>
  )
}
