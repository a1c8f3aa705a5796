import type { MappedArea, Measure } from '#app/domain/collectivities/map.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import type { DrawnRegion } from '#app/domain/collectivities/outlines.server.ts'
import drawn from '#app/domain/collectivities/region-outlines.json'
import { useLang } from '#app/i18n/use-lang.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { AreaTable } from './area-table.tsx'
import { Link } from './link.tsx'
import { formatNumber } from './numbers.ts'

type Outlines = Record<string, { at: number[]; path: string }>

const SHADES = 3

type Props = { regions: MappedArea[]; by: Measure }

/** The country by its regions. Whoever draws it gives the same in words beside it (`RegionTable`, `RegionList`). */
export function RegionMap({ regions, by }: Props) {
  return <AreaMap areas={regions} by={by} {...drawn} outlines={drawn.regions} to={regionPath} />
}

/** The regions in words and numbers; each name leads to what is in the region. */
export function RegionTable({ regions }: { regions: MappedArea[] }) {
  const { t } = useTranslation()
  const rows = regions.map((region) => ({ area: region, to: regionPath(region) }))
  return <AreaTable title={t('collectivities.facts.region')} rows={rows} />
}

/** The same in short: each region with its number, beside a map that says of what. */
export function RegionList({ regions, by }: Props) {
  const lang = useLang()
  return (
    <ul className="facet-values">
      {regions.map((region) => (
        <li key={region.code}>
          <Link to={regionPath(region)}>
            <bdi>{placeName(lang, region)}</bdi>
            <small>{formatNumber(region[by], lang)}</small>
          </Link>
        </li>
      ))}
    </ul>
  )
}

type ProvinceProps = { provinces: MappedArea[]; by: Measure; drawn: DrawnRegion }

/** A region by its provinces, with the same rule. */
export function ProvinceMap({
  provinces,
  by,
  drawn: { provinces: shapes, ...size },
}: ProvinceProps) {
  const outlines: Outlines = Object.fromEntries(shapes.map(({ code, ...one }) => [code, one]))
  const drawn = provinces.filter(({ code }) => outlines[code])
  return <AreaMap areas={drawn} by={by} {...size} outlines={outlines} to={placePath} isFine />
}

type MapProps = {
  areas: MappedArea[]
  by: Measure
  width: number
  height: number
  outlines: Outlines
  to: (area: MappedArea) => string
  /** Small areas beside each other: small numbers, and none where there is nothing. */
  isFine?: boolean
}

/**
 * Areas, coloured the more strongly the more of something they have. For eyes and pointers alone: a
 * table beside it has the same numbers and links.
 */
function AreaMap({ areas, by, width, height, outlines, to, isFine = false }: MapProps) {
  const { t } = useTranslation()
  const most = Math.max(1, ...areas.map((area) => area[by]))
  return (
    <figure className={isFine ? 'region-map region-map-fine' : 'region-map'}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        {areas.map((area) => (
          <Area
            key={area.code}
            {...{ area, most, to: to(area), outline: outlines[area.code] }}
            count={area[by]}
            hasNumber={!isFine || area[by] > 0}
          />
        ))}
      </svg>
      <figcaption>
        <p>{t(`collectivities.map.by.${by}`)}</p>
        <MapCredit />
      </figcaption>
    </figure>
  )
}

/** Whose the outlines are: beside each map, as their licence asks. */
export function MapCredit() {
  const { t } = useTranslation()
  return (
    <a href="https://www.openstreetmap.org/copyright" rel="noopener">
      {t('collectivities.map.credit')}
    </a>
  )
}

type AreaProps = {
  area: MappedArea
  to: string
  outline?: Outlines[string]
  count: number
  most: number
  hasNumber: boolean
}

function Area({ area, to, outline, count, most, hasNumber }: AreaProps) {
  const lang = useLang()
  if (!outline) return null
  const [x, y] = outline.at
  const shade = `region-map-${Math.ceil((count / most) * SHADES)}`
  return (
    <Link to={to} tabIndex={-1} className={shade}>
      <title>{placeName(lang, area)}</title>
      <path d={outline.path} />
      {hasNumber ? (
        <text x={x} y={y}>
          {formatNumber(count, lang)}
        </text>
      ) : null}
    </Link>
  )
}

function regionPath({ code }: MappedArea) {
  return `/collectivities?region=${code}`
}
