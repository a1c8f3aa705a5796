import type { TFunction } from 'i18next'
import { placeName } from '#app/domain/collectivities/names.ts'
import { STAGES } from '#app/domain/practices/practices.limits.ts'
import { PRINCIPLES } from '#app/domain/principles/principles.ts'
import { LANG_NAMES, LANGS } from '#app/i18n/locales.ts'
import type { Lang } from '#db/schema.ts'

export type Chosen = Partial<
  Record<'kind' | 'principle' | 'tag' | 'region' | 'stage' | 'language' | 'challenge', string>
>

type Offer = {
  chosen: Chosen
  regions: { code: string; name_ar: string; name_fr: string }[]
  tags: { slug: string; label: string }[]
  /** The challenge that all of it answers. */
  challenge: { id: string; title: string } | null
}

/** The selects of the library, in the order in which people narrow it down. */
export function filterFields(t: TFunction, lang: Lang, { chosen, ...offer }: Offer) {
  return Object.entries(choices(t, lang, offer)).map(([name, options]) => ({
    name,
    options,
    value: chosen[name as keyof Chosen],
    label: t(`practices.filters.${name}.label`),
    empty: t(`practices.filters.${name}.empty`),
  }))
}

/** The filters in force, each with the address of the list without it. */
export function activeFilters(t: TFunction, lang: Lang, { chosen, ...offer }: Offer) {
  const { challenge } = offer
  const about = challenge ? [{ value: challenge.id, label: challenge.title }] : []
  const all = { ...choices(t, lang, offer), challenge: about }
  return Object.entries(all).flatMap(([name, options]) => {
    const option = options.find(({ value }) => value === chosen[name as keyof Chosen])
    return option
      ? [{ label: option.label, without: libraryPath({ ...chosen, [name]: undefined }) }]
      : []
  })
}

/** The address of the library with these filters. */
export function libraryPath(chosen: Chosen & { before?: string }) {
  const search = new URLSearchParams(
    Object.entries(chosen).filter((entry): entry is [string, string] => !!entry[1]),
  ).toString()
  return search ? `/practices?${search}` : '/practices'
}

function choices(t: TFunction, lang: Lang, { regions, tags }: Pick<Offer, 'regions' | 'tags'>) {
  const named = (values: readonly string[], key: string) =>
    values.map((value) => ({ value, label: t(`${key}.${value}`) }))
  return {
    kind: [
      { value: 'practice', label: t('kinds.practices') },
      { value: 'tool', label: t('kinds.tools') },
    ],
    principle: named(PRINCIPLES, 'principles'),
    tag: tags.map(({ slug, label }) => ({ value: slug, label })),
    region: regions.map((region) => ({ value: region.code, label: placeName(lang, region) })),
    stage: named(STAGES, 'stages'),
    language: LANGS.map((value) => ({ value, label: LANG_NAMES[value] })),
  }
}
