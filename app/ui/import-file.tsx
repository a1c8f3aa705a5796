import { DAYS_KEPT } from '#app/domain/personal-data/retention.ts'
import { READ } from '#app/domain/imports/imports.limits.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from './button.tsx'
import { FileField } from './file-field.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Link } from './link.tsx'
import { formatNumber } from './numbers.ts'
import { PageTitle } from './page-title.tsx'
import { Section } from './section.tsx'
import { Time } from './time.tsx'

type Kept = { id: string; name: string; created_at: string; checked_at: string | null }
type Props = { imports: Kept[]; error?: string }

/** The first step: a file, and the files that were begun. */
export function ImportFilePage({ imports, error }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <div className="narrow stack-large">
      <PageTitle
        title={t('practices.import.title')}
        lead={t('practices.import.lead')}
        breadcrumbs={[{ to: '/drafts', label: t('drafts.title') }]}
      />
      <form method="post" noValidate encType="multipart/form-data" className="form">
        <ErrorSummary errors={{ file: error }} labels={{ file: t('files.file') }} />
        <FileField
          required
          name="file"
          label={t('files.file')}
          hint={t('practices.import.file_hint', { max: formatNumber(READ.rows, lang) })}
          accept=".csv,.tsv,.txt,.xlsx,.docx,.pdf"
          error={error}
        />
        <div className="actions">
          <Button>{t('practices.import.read')}</Button>
        </div>
      </form>
      {imports.length ? (
        <Section title={t('practices.import.begun')}>
          <p>{t('practices.import.begun_text', { max: DAYS_KEPT.practice_import })}</p>
          <ul className="list import-list">
            {imports.map((one) => (
              <Begun key={one.id} {...one} />
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  )
}

function Begun({ id, name, created_at, checked_at }: Kept) {
  const { t } = useTranslation()
  return (
    <li className="cluster">
      <span>
        <Link to={`/practices/import/${id}${checked_at ? '/check' : ''}`}>
          <bdi>{name}</bdi>
        </Link>{' '}
        <span className="meta">
          <Time value={created_at} form="minute" />
        </span>
      </span>
      <form method="post" noValidate action={`import/${id}/remove`}>
        <Button variant="quiet" small>
          {t('practices.import.remove')} <span className="visually-hidden">{name}</span>
        </Button>
      </form>
    </li>
  )
}
