import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Figure, Year } from '#app/domain/moderation/figures.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { EmptyState } from './empty-state.tsx'
import { formatNumber } from './numbers.ts'
import { PageTitle } from './page-title.tsx'

type Row = { label: string; values: (Figure | undefined)[]; hours?: boolean }

/** How order was kept, year by year, for everybody to read. */
export function FiguresPage({ years }: { years: Year[] }) {
  const { t } = useTranslation()
  return (
    <div className="stack-large">
      <PageTitle title={t('figures.title')} lead={t('figures.lead')} />
      {years.length ? <YearTable years={years} /> : <EmptyState title={t('figures.none')} />}
      <section className="stack narrow">
        <h2>{t('figures.how')}</h2>
        <p>{t('figures.how_counted')}</p>
        <p>{t('figures.how_small')}</p>
        <p>{t('figures.how_private')}</p>
      </section>
    </div>
  )
}

function YearTable({ years }: { years: Year[] }) {
  const { t } = useTranslation()
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('figures.title')}>
      <table className="table">
        <caption>{t('figures.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figures.act')}</th>
            {years.map(({ year }) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {useRows(years).map(({ label, values, hours }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {values.map((value, index) => (
                <td key={years[index]!.year}>
                  <Value value={value} hours={hours} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function useRows(years: Year[]): Row[] {
  const { t } = useTranslation()
  const of = (read: (year: Year) => Figure | undefined) => years.map(read)
  const counted = Object.keys(years[0]!.counts).map((verb) => ({
    label: t(`figures.counts.${verb}`),
    values: of(({ counts }) => counts[verb]),
  }))
  return [
    { label: t('figures.reports.received'), values: of(({ reports }) => reports.received) },
    { label: t('figures.reports.hidden'), values: of(({ reports }) => reports.hidden) },
    { label: t('figures.reports.kept'), values: of(({ reports }) => reports.kept) },
    { label: t('figures.hours.reports'), values: of(({ hours }) => hours.reports), hours: true },
    ...counted,
    { label: t('figures.hours.seats'), values: of(({ hours }) => hours.seats), hours: true },
  ]
}

function Value({ value, hours }: { value: Figure | undefined; hours?: boolean }) {
  const { t } = useTranslation()
  const lang = useLang()
  if (value === undefined) return t('figures.not_said')
  if (value === null) return t(hours ? 'figures.too_few' : 'figures.fewer')
  if (!hours) return formatNumber(value, lang)
  const days = Math.round(value / 24)
  return days < 2 ? t('figures.in_hours', { count: value }) : t('figures.in_days', { count: days })
}
