import { useTranslation } from '#app/i18n/use-translation.ts'
import { REPORT_NOTE_MAX, REPORT_REASONS } from '#app/domain/moderation/moderation.limits.ts'
import { Button, ButtonLink } from './button.tsx'
import { RadioGroup } from './choice-group.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { Link } from './link.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'

type Props = {
  item: { kind: string; title: string; lang: string; path: string }
  /** The private space that the item stands in: its own people read the report. */
  closedSpace: string | null
  values: { reason?: unknown; note?: unknown }
  errors?: Record<string, string>
}

/** Tells those who keep order that something is wrong with an item. */
export function ReportForm({ item, closedSpace, values, errors = {} }: Props) {
  const { t } = useTranslation()
  return (
    <div className="stack narrow">
      <PageTitle
        title={t('reports.title')}
        lead={
          <>
            {t(`kinds.${item.kind}`)} —{' '}
            <Link to={item.path} lang={item.lang}>
              <bdi>{item.title}</bdi>
            </Link>
          </>
        }
      />
      <Notice>
        {closedSpace ? t('reports.who_space', { space: closedSpace }) : t('reports.who')}
      </Notice>
      <form method="post" noValidate className="form">
        <ErrorSummary
          errors={errors}
          labels={{ reason: t('reports.reason'), note: t('reports.note') }}
        />
        <RadioGroup
          name="reason"
          legend={t('reports.reason')}
          choices={REPORT_REASONS.map((value) => ({ value, label: t(`reports.reasons.${value}`) }))}
          chosen={typeof values.reason === 'string' ? values.reason : undefined}
          error={errors.reason}
          required
        />
        <Field
          name="note"
          label={t('reports.note')}
          hint={t('reports.note_hint')}
          error={errors.note}
          defaultValue={typeof values.note === 'string' ? values.note : undefined}
          maxLength={REPORT_NOTE_MAX}
          multiline
        />
        <div className="actions">
          <Button>{t('reports.submit')}</Button>
          <ButtonLink to={item.path} variant="quiet">
            {t('forms.cancel')}
          </ButtonLink>
        </div>
      </form>
    </div>
  )
}
