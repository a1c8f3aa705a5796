import type { Month, Questions } from '#app/domain/home/activity.server.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { formatDate } from '#app/i18n/dates.ts'
import { formatNumber } from './numbers.ts'

const KINDS = ['library', 'challenges', 'threads'] as const
const STATES = ['accepted', 'replied', 'waiting'] as const

type Props = { months: Month[]; questions: Questions }

/** What was published month by month, and what became of the questions: drawn, and in figures beneath. */
export function Activity({ months, questions }: Props) {
  const { t } = useTranslation()
  if (!months.some((month) => totalOf(month) > 0)) return null
  const asked = STATES.some((state) => questions[state] > 0)
  return (
    <section className="stack activity" aria-labelledby="activity">
      <h2 id="activity">{t('activity.title')}</h2>
      <p>{t('activity.lead')}</p>
      <MonthBars months={months} />
      <MonthTable months={months} />
      {asked ? <Answered questions={questions} /> : null}
    </section>
  )
}

const [WIDTH, GAP] = [480, 8]
// Where the highest bar begins, where all stand, and where the drawing ends.
const [TOP, GROUND, END] = [20, 140, 164]

// For eyes alone: the table beneath says the same. Time runs the way one reads.
function MonthBars({ months }: { months: Month[] }) {
  const lang = useLang()
  const most = Math.max(...months.map(totalOf))
  const step = WIDTH / months.length
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${END}`} aria-hidden="true" focusable="false">
      {months.map((month, index) => {
        const total = totalOf(month)
        const height = Math.round((total / most) * (GROUND - TOP))
        const x = (lang === 'ar' ? months.length - 1 - index : index) * step
        return (
          <g key={month.month}>
            <rect x={x + GAP / 2} y={GROUND - height} width={step - GAP} height={height} />
            {total > 0 ? (
              <text x={x + step / 2} y={GROUND - height - 5}>
                {formatNumber(total, lang)}
              </text>
            ) : null}
            <text className="chart-axis" x={x + step / 2} y={END - 5}>
              {Number(month.month.slice(5))}
            </text>
          </g>
        )
      })}
      <path d={`M0 ${GROUND}h${WIDTH}`} />
    </svg>
  )
}

function MonthTable({ months }: { months: Month[] }) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('activity.months')}>
      <table className="table">
        <caption>{t('activity.months')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('activity.month')}</th>
            {KINDS.map((kind) => (
              <th key={kind} scope="col" className="numeric">
                {t(`activity.kinds.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">{formatDate(`${month.month}-01`, t, 'month')}</th>
              {KINDS.map((kind) => (
                <td key={kind} className="numeric">
                  {formatNumber(month[kind], lang)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Answered({ questions }: { questions: Questions }) {
  const { t } = useTranslation()
  const lang = useLang()
  const total = STATES.reduce((sum, state) => sum + questions[state], 0)
  return (
    <>
      <ShareBar parts={STATES.map((state) => questions[state] / total)} />
      <table className="table">
        <caption>{t('activity.questions')}</caption>
        <tbody>
          {STATES.map((state) => (
            <tr key={state}>
              <th scope="row">{t(`activity.states.${state}`)}</th>
              <td className="numeric">{formatNumber(questions[state], lang)}</td>
              <td className="numeric">
                <bdi>{`${formatNumber(Math.round((questions[state] / total) * 100), lang)}\u00A0%`}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

// The parts of a whole beside each other, in the order of the rows beneath.
function ShareBar({ parts }: { parts: number[] }) {
  const isArabic = useLang() === 'ar'
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, part) => sum + part, 0))
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} 24`} aria-hidden="true" focusable="false">
      {parts.map((part, at) => {
        const x = isArabic ? 1 - starts[at]! - part : starts[at]!
        return (
          <rect key={at} className={`chart-${at}`} x={x * WIDTH} width={part * WIDTH} height={24} />
        )
      })}
    </svg>
  )
}

function totalOf({ library, challenges, threads }: Month) {
  return library + challenges + threads
}
