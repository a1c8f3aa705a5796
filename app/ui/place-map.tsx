import { placeName } from '#app/domain/collectivities/names.ts'
import type { DrawnRegion } from '#app/domain/collectivities/outlines.server.ts'
import country from '#app/domain/collectivities/region-outlines.json'
import { useLang } from '#app/i18n/use-lang.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Place } from './collectivity-facts.tsx'
import { MapCredit } from './region-map.tsx'

type Props = {
  place: Place
  /** The region with its provinces; null for a region itself, and where there are no outlines. */
  drawn: DrawnRegion | null
}

/** Where a collectivity lies: its region in the country, its province in the region, and both in words. */
export function PlaceMap({ place, drawn }: Props) {
  const says = useWhere(place)
  const region = place.region_code ?? place.code
  const regions: [string, { path: string }][] = Object.entries(country.regions)
  if (!regions.some(([code]) => code === region)) return null
  return (
    <figure className="region-map place-map">
      <div>
        <Shapes
          {...country}
          shapes={regions.map(([code, { path }]) => ({ code, path }))}
          own={region}
        />
        {drawn ? (
          <Shapes {...drawn} shapes={drawn.provinces} own={place.province_code ?? place.code} />
        ) : null}
      </div>
      <figcaption>
        <p>{says}</p>
        <MapCredit />
      </figcaption>
    </figure>
  )
}

type ShapesProps = {
  width: number
  height: number
  shapes: { code: string; path: string }[]
  own: string
}

// For eyes alone: the words below say the same.
function Shapes({ width, height, shapes, own }: ShapesProps) {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {shapes.map(({ code, path }) => (
        <path key={code} d={path} className={code === own ? 'place-map-own' : undefined} />
      ))}
    </svg>
  )
}

function useWhere(place: Place) {
  const { t } = useTranslation()
  const lang = useLang()
  const name = placeName(lang, place)
  const nameOf = (ar: string | null, fr: string | null) =>
    placeName(lang, { name_ar: ar ?? '', name_fr: fr ?? '' })
  const region = nameOf(place.region_ar, place.region_fr)
  if (place.kind === 'region') return t('collectivities.on_map.region', { name })
  if (!place.province_code) return t('collectivities.on_map.province', { name, region })
  const province = nameOf(place.province_ar, place.province_fr)
  return t('collectivities.on_map.commune', { name, province, region })
}
