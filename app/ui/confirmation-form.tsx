import type { ReactNode } from 'react'
import { CONFIRMATION_NOTE_MAX } from '#app/domain/confirmations/confirmations.limits.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, ButtonLink } from './button.tsx'
import { Field } from './field.tsx'
import { FormProblem } from './form-problem.tsx'
import { PageTitle } from './page-title.tsx'

type Props = {
  practice: { id: string; title: string }
  /** What is said: the words of the page stand under it. */
  says: 'running' | 'verify'
  submit: string
  labels: Record<string, string>
  failure?: { errors: Record<string, string>; values: Record<string, unknown>; minutes: number }
  children: ReactNode
}

/** What a seat says of a practice, with a note. */
export function ConfirmationForm({ practice, says, submit, labels, failure, children }: Props) {
  const { t } = useTranslation()
  const here = `/practices/${practice.id}`
  const note = t('alive.fields.note')
  return (
    <div className="narrow stack-large">
      <PageTitle
        title={t(`alive.${says}.title`)}
        lead={t(`alive.${says}.lead`)}
        breadcrumbs={[{ to: here, label: practice.title }]}
      />
      <form method="post" noValidate className="form">
        <FormProblem failure={failure} labels={{ ...labels, note }} />
        {children}
        <Field
          multiline
          name="note"
          rows={3}
          label={note}
          hint={t(`alive.${says}.note_hint`)}
          maxLength={CONFIRMATION_NOTE_MAX}
          defaultValue={failure?.values.note as string | undefined}
          error={failure?.errors.note}
        />
        <div className="actions">
          <Button>{submit}</Button>
          <ButtonLink to={here} variant="quiet">
            {t('forms.cancel')}
          </ButtonLink>
        </div>
      </form>
    </div>
  )
}
