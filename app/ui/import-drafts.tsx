import type { RowCounts } from '#app/domain/imports/fields.ts'
import type { Lang } from '#db/schema.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { StateBadge } from './badge.tsx'
import { Button, ButtonLink } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { Link } from './link.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'

type Draft = {
  id: string
  position: number
  lang: Lang
  title: string | null
  state: 'draft' | 'held' | 'submitted' | 'published' | 'archived'
}
type Props = { id: string; name: string; counts: RowCounts; drafts: Draft[]; next: number | null }

/** The last step: the drafts that were made, and what was left out. */
export function ImportDraftsPage({ id, name, counts, drafts, next }: Props) {
  const { t } = useTranslation()
  const here = `/practices/import/${id}`
  return (
    <div className="narrow stack-large">
      <PageTitle
        title={t('practices.import.drafts.title')}
        lead={t('practices.import.drafts.lead')}
        breadcrumbs={[
          { to: '/practices/import', label: t('practices.import.title') },
          { to: `${here}/check`, label: name },
        ]}
      />
      {counts.waiting ? (
        <form method="post" action="check" className="stack">
          <Notice>{t('practices.import.drafts.waiting', { count: counts.waiting })}</Notice>
          <div className="actions">
            <Button>{t('practices.import.drafts.go_on')}</Button>
          </div>
        </form>
      ) : null}
      {counts.out ? (
        <Notice tone="warning">
          <p>
            {t('practices.import.check.out', { count: counts.out })}{' '}
            <Link to={`${here}/check?show=out`}>{t('practices.import.drafts.show_out')}</Link>
          </p>
        </Notice>
      ) : null}
      {drafts.length ? (
        <ol className="list import-list">
          {drafts.map((draft) => (
            <OneDraft key={draft.id} {...draft} />
          ))}
        </ol>
      ) : (
        <EmptyState title={t('practices.import.drafts.none')} />
      )}
      {next ? (
        <nav className="pager" aria-label={t('ui.pager.label')}>
          <ButtonLink to={`${here}/drafts?after=${next}`} rel="next" variant="secondary">
            {t('practices.import.check.next')}
          </ButtonLink>
        </nav>
      ) : null}
    </div>
  )
}

function OneDraft({ id, position, lang, title, state }: Draft) {
  const { t } = useTranslation()
  return (
    <li className="cluster">
      <span>
        <small className="meta">{t('practices.import.check.row', { number: position })}</small>{' '}
        <Link to={`/practices/${id}/edit`} lang={lang} dir="auto">
          {title}
        </Link>
      </span>
      <StateBadge state={state} />
    </li>
  )
}
