import { type MappedArea, MEASURES } from '#app/domain/collectivities/map.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Link } from './link.tsx'
import { formatNumber } from './numbers.ts'

type Props = {
  /** What the first column names. */
  title: string
  rows: {
    area: MappedArea
    to: string
    /** What it is called here, where that is not its name. */
    label?: string
  }[]
}

/** What a map shows, in words and numbers: the same for everyone, with the same links. */
export function AreaTable({ title, rows }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {MEASURES.map((measure) => (
              <th key={measure} scope="col" className="numeric">
                {t(`collectivities.map.by.${measure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ area, to, label }) => (
            <tr key={area.code}>
              <th scope="row">
                <Link to={to}>{label ?? placeName(lang, area)}</Link>
              </th>
              {MEASURES.map((measure) => (
                <td key={measure} className="numeric">
                  {formatNumber(area[measure], lang)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
