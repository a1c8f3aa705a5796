import { useTranslation } from '#app/i18n/use-translation.ts'
import { NOTE_MAX } from '#app/domain/practices/practices.limits.ts'
import { Field } from './field.tsx'
import { type FormState, one } from './practice-values.ts'

/** What was changed and why, for the history. */
export function PracticeNote({ values, errors }: Pick<FormState, 'values' | 'errors'>) {
  const { t } = useTranslation()
  return (
    <Field
      name="note"
      label={t('practices.fields.note')}
      hint={t('practices.hints.note', { max: NOTE_MAX })}
      error={errors.note}
      defaultValue={one(values, 'note')}
      maxLength={NOTE_MAX}
    />
  )
}
