import { useTranslation } from 'react-i18next'
import { placeName } from '#app/domain/collectivities/names.ts'
import { PRINCIPLES } from '#app/domain/principles/principles.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { ActiveFilters, Filters } from './filters.tsx'
import { PageTitle } from './page-title.tsx'
import { SearchBox } from './search-box.tsx'
import { type Asked, hiddenFilters, searchPath } from './search-paths.ts'
import { type Results, SearchResults } from './search-results.tsx'
import { SearchWays, type Topic } from './search-ways.tsx'
import type { Option } from './select-field.tsx'

type Region = { code: string; name_ar: string; name_fr: string }

type Props = {
  asked: Asked
  results: Results | null
  topics: Topic[]
  regions: Region[]
  tags: Topic[]
}

export function SearchPage({ asked, results, topics, regions, tags }: Props) {
  const { t } = useTranslation()
  const filters = useFilters(asked, regions, tags)
  return (
    <>
      <PageTitle title={t('search.title')} lead={asked.q ? undefined : t('search.empty.text')} />
      <div className="stack-large">
        <SearchBox value={asked.q} large hidden={hiddenFilters(asked)} />
        {results ? (
          <div className="with-filters">
            <Filters action="/search" fields={filters} hidden={[{ name: 'q', value: asked.q }]} />
            <div className="stack">
              <ActiveFilters
                active={filters.flatMap(({ name, value, options }) => {
                  const label = options.find((option) => option.value === value)?.label
                  return label ? [{ label, without: searchPath(asked, { [name]: '' }) }] : []
                })}
                clear={searchPath({ q: asked.q })}
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

function useFilters({ kind, principle, tag, region }: Asked, regions: Region[], tags: Topic[]) {
  const { t } = useTranslation()
  const lang = useLang()
  const named = (name: string, value: string | undefined, options: Option[]) => ({
    name,
    value,
    options,
    label: t(`search.filters.${name}`),
    empty: t(`search.filters.all_${name}s`),
  })
  return [
    named('kind', kind, [
      { value: 'practice', label: t('kinds.practices') },
      { value: 'tool', label: t('kinds.tools') },
      { value: 'challenge', label: t('kinds.challenges') },
      { value: 'thread', label: t('kinds.threads') },
    ]),
    named(
      'principle',
      principle,
      PRINCIPLES.map((slug) => ({ value: slug, label: t(`principles.${slug}`) })),
    ),
    named(
      'tag',
      tag?.slug,
      tags.map(({ slug, label }) => ({ value: slug, label })),
    ),
    named(
      'region',
      region,
      regions.map((place) => ({ value: place.code, label: placeName(lang, place) })),
    ),
  ]
}
