import { Form } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { MAIL_CHOICES } from '#app/domain/mail/choice.ts'
import { Button } from './button.tsx'
import { RadioGroup } from './choice-group.tsx'
import { FormProblem } from './form-problem.tsx'

type Props = {
  chosen: string
  failure?: ComponentProps<typeof FormProblem>['failure']
}

/** What one wants by mail of what happens on the forum. */
export function MailChoiceForm({ chosen, failure }: Props) {
  const { t } = useTranslation()
  const legend = t('settings.mails.legend')
  return (
    <Form method="post" noValidate className="form">
      <FormProblem failure={failure} labels={{ choice: legend }} />
      <RadioGroup
        name="choice"
        legend={legend}
        choices={MAIL_CHOICES.map((value) => ({
          value,
          label: t(`settings.mails.choices.${value}`),
          hint: t(`settings.mails.hints.${value}`),
        }))}
        required
        chosen={chosen}
        error={failure?.errors.choice}
      />
      <p className="muted">{t('settings.mails.always')}</p>
      <div className="actions">
        <Button>{t('forms.save')}</Button>
      </div>
    </Form>
  )
}
