import { useTranslation } from '#app/i18n/use-translation.ts'
import { ErrorSummary } from './error-summary.tsx'
import { Notice } from './notice.tsx'

type Failure = { errors: Record<string, string>; minutes: number }

type Props = { failure?: Failure; labels?: Record<string, string> }

/** Why a form was not accepted: what is wrong (`form`: with the whole), or how long to wait. */
export function FormProblem({ failure, labels }: Props) {
  const { t } = useTranslation()
  if (!failure) return null
  if (failure.minutes) {
    return <Notice tone="error">{t('errors.wait', { count: failure.minutes })}</Notice>
  }
  const { form, ...errors } = failure.errors
  return <ErrorSummary errors={errors} labels={labels} general={form} />
}
