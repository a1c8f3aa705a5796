import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { isAnswered } from '#app/domain/moderation/answers.ts'
import { Button, ButtonLink } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Link } from './link.tsx'
import { PageTitle } from './page-title.tsx'
import { ReasonFields } from './reason-fields.tsx'

type Props = {
  verb: string
  /** What or whom this is about. */
  subject: { title: string; lang?: string; to: string }
  values: { answer?: unknown; reason?: unknown; to?: unknown }
  errors?: Record<string, string>
  /** Set: nothing is left to do. */
  children?: ReactNode
}

/** One act of someone who keeps order, on a page of its own: its reason, or a last look before it. */
export function ModerationPage({ verb, subject, values, errors, children }: Props) {
  const { t } = useTranslation()
  return (
    <div className="stack narrow">
      <PageTitle
        title={t(`moderation.verbs.${verb}.title`)}
        lead={
          <Link to={subject.to} lang={subject.lang}>
            <bdi>{subject.title}</bdi>
          </Link>
        }
        breadcrumbs={[{ to: '/moderation', label: t('moderation.title') }]}
      />
      {children ?? (
        <form method="post" noValidate className="form">
          <ErrorSummary errors={errors} labels={{ reason: t('moderation.reason') }} />
          <input type="hidden" name="to" value={text(values.to)} />
          {isAnswered(verb) ? (
            <ReasonFields id={verb} verb={verb} values={values} error={errors?.reason} />
          ) : null}
          <div className="actions">
            <Button>{t(`moderation.verbs.${verb}.submit`)}</Button>
            <ButtonLink to="/moderation" variant="quiet">
              {t('forms.cancel')}
            </ButtonLink>
          </div>
        </form>
      )}
    </div>
  )
}

function text(value: unknown) {
  return typeof value === 'string' ? value : ''
}
