import { useTranslation } from '#app/i18n/use-translation.ts'
import type { FacetCounts } from '#app/domain/search/facets.server.ts'
import { LANG_NAMES } from '#app/i18n/locales.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import type { Lang } from '#db/schema.ts'
import { Link } from './link.tsx'
import { formatNumber } from './numbers.ts'
import { type Asked, searchPath } from './search-paths.ts'

type Props = {
  asked: Asked
  results: {
    total: number
    whole: number
    onlyClose: boolean
    byBeginning: boolean
    facets: FacetCounts
    corrections: { typed: string; used: string[] }[]
    unknown: { field: string; value: string }[]
    meant: string | null
  }
}

/** How the words were understood, where that is not plain; and which results are in other languages. */
export function SearchNotes({ asked, results }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  const { total, whole, onlyClose, byBeginning, corrections, unknown, meant, facets } = results
  const others = facets.lang.filter(({ value }) => value !== lang)
  return (
    <div className="search-notes">
      {unknown.map(({ field, value }) => (
        <p key={field}>{t('search.unknown', { field: t(`search.fields.${field}`), value })}</p>
      ))}
      {corrections.map(({ typed, used }) => (
        <p key={typed}>{t('search.corrected', { typed, used: used.join(' · ') })}</p>
      ))}
      {meant ? (
        <p>
          {t('search.meant')}{' '}
          <Link to={searchPath({ ...asked, q: meant })} dir="auto">
            {meant}
          </Link>
        </p>
      ) : null}
      {onlyClose ? <p>{t('search.only_close')}</p> : null}
      {byBeginning ? <p>{t('search.by_beginning')}</p> : null}
      {whole > 0 && whole < total ? (
        <p>{t('search.some', { count: whole, replace: { count: formatNumber(whole, lang) } })}</p>
      ) : null}
      {total > 0 && others.length > 0 ? <OtherLangs asked={asked} langs={others} /> : null}
    </div>
  )
}

// Ranked and labelled, never hidden: whoever wants only one language says so with one touch.
function OtherLangs({ asked, langs }: { asked: Asked; langs: { value: string; count: number }[] }) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <p className="cluster">
      {t('search.in_langs')}
      {langs.map(({ value, count }) => (
        <Link key={value} to={searchPath(asked, { filters: { lang: value } })}>
          <bdi lang={value}>{LANG_NAMES[value as Lang]}</bdi> {formatNumber(count, lang)}
        </Link>
      ))}
    </p>
  )
}
