import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Page } from '#app/domain/items/page.ts'
import type { LogEntry, LogFilter } from '#app/domain/moderation/log.ts'
import { AUDIT_VERBS } from '#app/domain/moderation/verbs.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { Field } from './field.tsx'
import { Filters } from './filters.tsx'
import { inLanguage } from './link.tsx'
import { LogLine } from './moderation-log-line.tsx'
import { PageTitle } from './page-title.tsx'
import { Pager } from './pager.tsx'

type Props = { filter: LogFilter; page: Page<LogEntry>; isFirst: boolean; mayExport: boolean }

/** Who did what in the network, the latest first. */
export function LogPage({ filter, page, isFirst, mayExport }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <PageTitle
        title={t('moderation.log.title')}
        lead={t('moderation.log.lead')}
        breadcrumbs={[{ to: '/moderation', label: t('moderation.title') }]}
        actions={mayExport ? <Export filter={filter} /> : undefined}
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

// What stands in the list now, all its pages.
function Export({ filter }: { filter: LogFilter }) {
  const { t } = useTranslation()
  return (
    <form method="post" noValidate action={inLanguage(useLang(), '/moderation/log/export')}>
      {given(filter).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant="secondary" small>
        {t('moderation.log.export')}
      </Button>
    </form>
  )
}

function Narrow({ filter }: { filter: LogFilter }) {
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
        name="about"
        label={t('moderation.log.about')}
        hint={t('moderation.log.about_hint')}
        defaultValue={filter.about}
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

function given(filter: LogFilter & { before?: string }) {
  return Object.entries(filter).filter((entry) => entry[1] !== undefined) as [string, string][]
}

function address(filter: LogFilter, before?: string) {
  const params = new URLSearchParams(given({ ...filter, before }))
  return params.size ? `/moderation/log?${params}` : '/moderation/log'
}
