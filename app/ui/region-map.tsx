import { useTranslation } from '#app/i18n/use-translation.ts'
import type { MappedRegion, Measure } from '#app/domain/collectivities/map.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import drawn from '#app/domain/collectivities/region-outlines.json'
import { useLang } from '#app/i18n/use-lang.ts'
import { Link } from './link.tsx'
import { formatNumber } from './numbers.ts'

const OUTLINES: Record<string, { at: number[]; path: string }> = drawn.regions

const SHADES = 3

type Props = { regions: MappedRegion[]; by: Measure }

/**
 * The regions, coloured the more strongly the more of something they have. For eyes and pointers
 * alone: whoever draws it gives the same numbers and links as a table beside it (`RegionTable`).
 */
export function RegionMap({ regions, by }: Props) {
  const { t } = useTranslation()
  const most = Math.max(1, ...regions.map((region) => region[by]))
  return (
    <figure className="region-map">
      <svg viewBox={`0 0 ${drawn.width} ${drawn.height}`} aria-hidden="true" focusable="false">
        {regions.map((region) => (
          <Region key={region.code} region={region} count={region[by]} most={most} />
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

function Region({ region, count, most }: { region: MappedRegion; count: number; most: number }) {
  const lang = useLang()
  const outline = OUTLINES[region.code]
  if (!outline) return null
  const [x, y] = outline.at
  return (
    <Link
      to={regionPath(region)}
      tabIndex={-1}
      className={`region-map-${Math.ceil((count / most) * SHADES)}`}
    >
      <title>{placeName(lang, region)}</title>
      <path d={outline.path} />
      <text x={x} y={y}>
        {formatNumber(count, lang)}
      </text>
    </Link>
  )
}

/** The regions in words and numbers; each name leads to what is in the region. */
export function RegionTable({ regions }: { regions: MappedRegion[] }) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('collectivities.facts.region')}</th>
            <th scope="col" className="numeric">
              {t('collectivities.map.by.members')}
            </th>
            <th scope="col" className="numeric">
              {t('collectivities.map.by.library')}
            </th>
            <th scope="col" className="numeric">
              {t('collectivities.map.by.challenges')}
            </th>
          </tr>
        </thead>
        <tbody>
          {regions.map((region) => (
            <tr key={region.code}>
              <th scope="row">
                <Link to={regionPath(region)}>{placeName(lang, region)}</Link>
              </th>
              <td className="numeric">{formatNumber(region.members, lang)}</td>
              <td className="numeric">{formatNumber(region.library, lang)}</td>
              <td className="numeric">{formatNumber(region.challenges, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function regionPath({ code }: MappedRegion) {
  return `/collectivities?region=${code}`
}
