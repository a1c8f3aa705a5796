import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import { type SavedSearch, SEARCH_PARAMS, type SearchParam } from '#app/domain/search/saved.ts'
import { LANG_NAMES } from '#app/i18n/locales.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import type { Lang } from '#db/schema.ts'

/** What a search is narrowed to, as its name and its value in words. */
export function useSearchInWords({ asked, tag, region }: SavedSearch) {
  const { t } = useTranslation()
  const reader = useLang()
  const words: Partial<Record<SearchParam, (value: string) => string>> = {
    kind: (value) => t(`kinds.${value}`),
    principle: (value) => t(`principles.${value}`),
    tag: (value) => tag?.label ?? value,
    region: (value) => (region ? placeName(reader, region) : value),
    place: (value) => t(`searches.places.${value}`),
    stage: (value) => t(`stages.${value}`),
    lang: (value) => LANG_NAMES[value as Lang],
    files: () => t('searches.with_files'),
    sort: () => t('searches.by_date'),
  }
  return SEARCH_PARAMS.flatMap((name) => {
    const value = asked[name]
    if (!value || name === 'q') return []
    return [{ name: t(`searches.params.${name}`), value: words[name]?.(value) ?? value }]
  })
}
