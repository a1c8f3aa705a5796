import { useTranslation } from '#app/i18n/use-translation.ts'
import { type AdoptionCounts, POPULATION_CLASSES } from '#app/domain/adoptions/counts.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { formatNumber } from './numbers.ts'

/** What those who took it up are: by type, by milieu, by how many people live there. */
export function AdoptionFigures({ counts }: { counts: AdoptionCounts }) {
  const { t } = useTranslation()
  const lang = useLang()
  const classOf = usePopulationClass()
  const rows = [
    ...counts.kinds.map(({ of, count }) => ({ label: t(`collectivity_types.${of}`), count })),
    ...counts.milieus.map(({ of, count }) => ({ label: t(`adoptions.milieu.${of}`), count })),
    ...counts.classes.map(({ of, count }) => ({ label: classOf(of), count })),
  ]
  if (rows.length === 0) return null
  return (
    <table className="table">
      <caption>{t('adoptions.figures')}</caption>
      <tbody>
        {rows.map(({ label, count }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="numeric">{formatNumber(count, lang)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A class of population in words, by its upper end. */
function usePopulationClass() {
  const { t } = useTranslation()
  const lang = useLang()
  return (most: number) => {
    const least = POPULATION_CLASSES[POPULATION_CLASSES.indexOf(most) - 1]
    const [from, until] = [least, most].map((number) => formatNumber(number ?? 0, lang))
    if (least === undefined) return t('adoptions.population.under', { until })
    if (most === POPULATION_CLASSES.at(-1)) return t('adoptions.population.over', { from })
    return t('adoptions.population.between', { from, until })
  }
}
