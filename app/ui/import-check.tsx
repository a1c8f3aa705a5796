import type { CheckedRow, Outcome, RowCounts, Side } from '#app/domain/imports/fields.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge } from './badge.tsx'
import { Button, ButtonLink } from './button.tsx'
import { Disclosure } from './disclosure.tsx'
import { fieldLabel } from './import-mapping.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'
import { Tabs } from './tabs.tsx'

type Props = {
  id: string
  name: string
  show: Outcome | 'all'
  next: number | null
  counts: RowCounts
  rows: CheckedRow[]
}

/** The third step: what would become of each row, before anything is made. */
export function ImportCheckPage({ id, name, show, next, counts, rows }: Props) {
  const { t } = useTranslation()
  const here = `/practices/import/${id}`
  return (
    <div className="stack-large">
      <PageTitle
        title={t('practices.import.check.title')}
        lead={t('practices.import.check.lead')}
        breadcrumbs={[
          { to: '/practices/import', label: t('practices.import.title') },
          { to: here, label: name },
        ]}
      />
      <Making counts={counts} here={here} />
      <Tabs
        label={t('practices.import.check.rows')}
        items={(['all', 'fit', 'gaps', 'out'] as const).map((one) => ({
          to: `${here}/check${one === 'all' ? '' : `?show=${one}`}`,
          label: t(`practices.import.outcomes.${one}`),
          count: counts[one],
          current: one === show,
        }))}
      />
      <ol className="list import-rows">
        {rows.map((row) => (
          <li key={row.position}>
            <CheckedRowPart {...row} />
          </li>
        ))}
      </ol>
      {next ? (
        <nav className="pager" aria-label={t('ui.pager.label')}>
          <ButtonLink
            to={`${here}/check?${show === 'all' ? '' : `show=${show}&`}after=${next}`}
            rel="next"
            variant="secondary"
          >
            {t('practices.import.check.next')}
          </ButtonLink>
        </nav>
      ) : null}
    </div>
  )
}

function Making({ counts, here }: { counts: RowCounts; here: string }) {
  const { t } = useTranslation()
  return (
    <form method="post" className="stack">
      {counts.out ? (
        <Notice tone="warning">{t('practices.import.check.out', { count: counts.out })}</Notice>
      ) : null}
      <div className="actions">
        {counts.waiting ? (
          <Button>{t('practices.import.check.make', { count: counts.waiting })}</Button>
        ) : null}
        {counts.made ? (
          <ButtonLink to={`${here}/drafts`} variant={counts.waiting ? 'secondary' : 'primary'}>
            {t('practices.import.check.made', { count: counts.made })}
          </ButtonLink>
        ) : null}
        <ButtonLink to={here} variant="quiet">
          {t('practices.import.check.back')}
        </ButtonLink>
      </div>
    </form>
  )
}

const TONES = { fit: 'positive', gaps: 'waiting', out: 'negative' } as const

function CheckedRowPart({ position, isMade, outcome, title, lang, problems, sides }: CheckedRow) {
  const { t } = useTranslation()
  return (
    <article className="stack">
      <h2 className="import-row-title">
        <small>{t('practices.import.check.row', { number: position })}</small>{' '}
        <bdi lang={lang}>{title || t('practices.import.check.untitled')}</bdi>
      </h2>
      <p>
        {isMade ? (
          <Badge icon="check" tone="positive" label={t('practices.import.check.is_made')} />
        ) : (
          <Badge tone={TONES[outcome]} label={t(`practices.import.outcome.${outcome}`)} />
        )}
      </p>
      {problems.length ? (
        <ul className="import-problems">
          {problems.map(({ field, error, typed, column }, at) => (
            <li key={at}>
              <strong>{field === 'rest' ? column : fieldLabel(t, field)}</strong>
              {' — '}
              {t(error)} {typed ? <q dir="auto">{shortened(typed)}</q> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <Disclosure
        summary={t('practices.import.check.sides')}
        open={problems.some(({ typed }) => typed)}
      >
        <Sides sides={sides} number={position} />
      </Disclosure>
    </article>
  )
}

function shortened(text: string) {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}

function Sides({ sides, number }: { sides: Side[]; number: number }) {
  const { t } = useTranslation()
  const caption = t('practices.import.check.row', { number })
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="table import-sides">
        <thead>
          <tr>
            <th scope="col">{t('practices.import.check.column')}</th>
            <th scope="col">{t('practices.import.check.source')}</th>
            <th scope="col">{t('practices.import.check.field')}</th>
            <th scope="col">{t('practices.import.check.becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {sides.map((side, at) => (
            <SideRow key={at} {...side} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SideRow({ name, source, target, becomes }: Side) {
  const { t } = useTranslation()
  const isField = target !== 'rest' && target !== 'skip'
  return (
    <tr>
      <th scope="row" dir="auto">
        {name || '—'}
      </th>
      <td dir="auto" className="import-text">
        {source}
      </td>
      <td>{isField ? fieldLabel(t, target) : t(`practices.import.targets.${target}`)}</td>
      <td dir="auto" className="import-text">
        {isField ? <Becomes becomes={becomes} /> : null}
      </td>
    </tr>
  )
}

function Becomes({ becomes }: Pick<Side, 'becomes'>) {
  const { t } = useTranslation()
  if (becomes === null) return <span className="meta">{t('practices.import.check.same')}</span>
  if (!becomes) return <span className="meta">{t('practices.import.check.nothing')}</span>
  return <>{becomes}</>
}
