import { useTranslation } from 'react-i18next'
import type { Page } from '#app/domain/items/page.ts'
import type { LogEntry } from '#app/domain/moderation/log.ts'
import { AUDIT_VERBS } from '#app/domain/moderation/verbs.ts'
import { EmptyState } from './empty-state.tsx'
import { Field } from './field.tsx'
import { Filters } from './filters.tsx'
import { LogLine } from './moderation-log-line.tsx'
import { PageTitle } from './page-title.tsx'
import { Pager } from './pager.tsx'

type Filter = { verb?: string; actor?: string; from?: string; until?: string }
type Props = { filter: Filter; page: Page<LogEntry>; isFirst: boolean }

/** Who did what in the network, the latest first. */
export function LogPage({ filter, page, isFirst }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <PageTitle
        title={t('moderation.log.title')}
        lead={t('moderation.log.lead')}
        breadcrumbs={[{ to: '/moderation', label: t('moderation.title') }]}
      />
      <div className="with-filters">
        <Narrow filter={filter} />
        <div className="stack">
          {page.rows.length ? (
            <ol className="list log">
              {page.rows.map((entry) => (
                <li key={entry.id}>
                  <LogLine entry={entry} />
                </li>
              ))}
            </ol>
          ) : (
            <EmptyState title={t('moderation.log.none')} />
          )}
          <Pager
            newer={isFirst ? null : address(filter)}
            older={page.next ? address(filter, page.next) : null}
          />
        </div>
      </div>
    </>
  )
}

function Narrow({ filter }: { filter: Filter }) {
  const { t } = useTranslation()
  return (
    <Filters
      action="/moderation/log"
      fields={[
        {
          name: 'verb',
          label: t('moderation.log.verb'),
          value: filter.verb,
          empty: t('moderation.log.all'),
          options: AUDIT_VERBS.map((value) => ({ value, label: t(`audit.${value}`) })),
        },
      ]}
    >
      <Field
        plain
        name="actor"
        label={t('moderation.log.actor')}
        hint={t('moderation.log.actor_hint')}
        defaultValue={filter.actor}
      />
      <Field
        plain
        type="date"
        name="from"
        label={t('moderation.log.from')}
        defaultValue={filter.from}
      />
      <Field
        plain
        type="date"
        name="until"
        label={t('moderation.log.until')}
        defaultValue={filter.until}
      />
    </Filters>
  )
}

function address(filter: Filter, before?: string) {
  const given = Object.entries({ ...filter, before }).filter((entry) => entry[1] !== undefined)
  const params = new URLSearchParams(given as [string, string][])
  return params.size ? `/moderation/log?${params}` : '/moderation/log'
}
