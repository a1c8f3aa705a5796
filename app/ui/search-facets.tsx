import type { TFunction } from 'i18next'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import { FACETS, type Facet } from '#app/domain/search/search.limits.ts'
import { LANG_NAMES } from '#app/i18n/locales.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import type { Lang } from '#db/schema.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { formatNumber } from './numbers.ts'
import { type Asked, searchPath } from './search-paths.ts'
import type { Topic } from './search-ways.tsx'

export type FacetCounts = Record<Facet, { value: string; count: number }[]>

type Names = {
  regions: { code: string; name_ar: string; name_fr: string }[]
  tags: (Topic & { id: string })[]
}

type Value = { value: string; label: string; lang?: string; count: number; chosen: boolean }

const SHOWN = 6

/** What results can be narrowed by, each value with how many there would be; folded on a phone. */
export function SearchFacets({
  asked,
  facets,
  names,
}: {
  asked: Asked
  facets: FacetCounts
  names: Names
}) {
  const { t } = useTranslation()
  const lang = useLang()
  const offered = FACETS.map((facet) => ({
    facet,
    values: valuesOf(t, lang, facet, facets[facet], asked, names),
  })).filter(({ values }) => values.length > 1 || values.some(({ chosen }) => chosen))
  if (offered.length === 0) return null
  return (
    <details className="filters">
      <summary>
        {t('ui.filters.title')}
        <Icon name="down" />
      </summary>
      <div className="facets">
        {offered.map(({ facet, values }) => (
          <section key={facet} aria-labelledby={`facet-${facet}`}>
            <h2 id={`facet-${facet}`}>{t(`search.filters.${facet}`)}</h2>
            <FacetValues asked={asked} facet={facet} values={values.slice(0, SHOWN)} />
            {values.length > SHOWN ? (
              <details className="facet-more">
                <summary>{t('search.filters.more')}</summary>
                <FacetValues asked={asked} facet={facet} values={values.slice(SHOWN)} />
              </details>
            ) : null}
          </section>
        ))}
      </div>
    </details>
  )
}

function FacetValues({ asked, facet, values }: { asked: Asked; facet: Facet; values: Value[] }) {
  const lang = useLang()
  return (
    <ul className="facet-values">
      {values.map(({ value, label, count, chosen, ...named }) => (
        <li key={value}>
          <Link
            to={searchPath(asked, { filters: { [facet]: chosen ? '' : value } })}
            aria-current={chosen ? 'true' : undefined}
          >
            {chosen ? <Icon name="check" /> : null}
            <bdi lang={named.lang}>{label}</bdi>
            <small>{formatNumber(count, lang)}</small>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** The filters in force in words, each with the address that goes without it. */
export function activeFilters(t: TFunction, lang: Lang, asked: Asked, names: Names) {
  return FACETS.flatMap((facet) => {
    const value = asked.filters[facet]
    const named = value ? nameOf(t, lang, facet, value, names) : undefined
    return named
      ? [{ label: named.label, without: searchPath(asked, { filters: { [facet]: '' } }) }]
      : []
  })
}

function valuesOf(
  t: TFunction,
  lang: Lang,
  facet: Facet,
  counts: { value: string; count: number }[],
  asked: Asked,
  names: Names,
): Value[] {
  const values = counts.flatMap(({ value: counted, count }) => {
    const value = facet === 'tag' ? names.tags.find(({ id }) => id === counted)?.slug : counted
    const named = value && nameOf(t, lang, facet, value, names)
    return named ? [{ value, count, chosen: asked.filters[facet] === value, ...named }] : []
  })
  return facet === 'year' ? values.sort((a, b) => Number(b.value) - Number(a.value)) : values
}

function nameOf(t: TFunction, lang: Lang, facet: Facet, value: string, { regions, tags }: Names) {
  if (facet === 'tag') return tags.find(({ slug }) => slug === value)
  if (facet === 'lang') return { label: LANG_NAMES[value as Lang], lang: value }
  if (facet === 'year') return { label: value }
  if (facet === 'region') {
    const region = regions.find(({ code }) => code === value)
    return region && { label: placeName(lang, region) }
  }
  const key = { kind: 'kinds', principle: 'principles', place: 'search.place_kinds', stage: 'stages', files: 'search.files' }[facet] // prettier-ignore
  const label = t(`${key}.${facet === 'kind' ? `${value}s` : value}`, { defaultValue: '' })
  return label ? { label } : undefined
}
