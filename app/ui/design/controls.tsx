import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '../choice-group.tsx'
import { Composer } from '../composer.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Field } from '../field.tsx'
import { Fieldset } from '../fieldset.tsx'
import { FileField } from '../file-field.tsx'
import { SelectField } from '../select-field.tsx'
import { Part } from './part.tsx'
import type { Samples } from './samples.ts'

const VARIANTS = ['primary', 'secondary', 'quiet', 'danger'] as const

/** What one presses, fills in and chooses, as it stands, with an error, and when it cannot be used. */
export function Controls({ samples }: { samples: Samples }) {
  const { t } = useTranslation()
  return (
    <>
      <Part name="button">
        {[false, true].map((small) => (
          <p key={String(small)} className="cluster">
            {VARIANTS.map((variant) => (
              <Button key={variant} type="button" variant={variant} small={small}>
                {t('forms.save')}
              </Button>
            ))}
            <Button type="button" icon="check" small={small} variant="secondary">
              {t('forms.save')}
            </Button>
            <Button type="button" small={small} variant="secondary" aria-pressed="true">
              {t('forms.save')}
            </Button>
            <Button type="button" small={small} disabled>
              {t('forms.save')}
            </Button>
            <ButtonLink to="/design" small={small} icon="arrow">
              {t('forms.cancel')}
            </ButtonLink>
          </p>
        ))}
      </Part>
      <Part name="field">
        <Fields samples={samples} />
      </Part>
      <Part name="choice">
        <Choices samples={samples} />
      </Part>
      <Part name="composer">
        <form className="form">
          <Composer
            label={t('threads.fields.body')}
            name="composer"
            value={samples.mixed}
            preview={samples.prose}
            lang="ar"
            audience={{ visibility: 'private', members: 2, space: samples.title, people: [] }}
            draft={{ form: 'design', savedAt: '2026-08-14T09:30:00.000Z' }}
            submit={t('forms.save')}
            cancel="/design"
          />
        </form>
      </Part>
      <Part name="error-summary">
        <ErrorSummary
          errors={{ wrong: 'forms.required', chosen: 'forms.required' }}
          labels={{ wrong: samples.title, chosen: samples.mixed }}
        />
      </Part>
    </>
  )
}

function Fields({ samples }: { samples: Samples }) {
  const { title, mixed, long } = samples
  return (
    <form className="form">
      <Field name="plain" label={title} defaultValue={mixed} required />
      <Field name="hinted" label={title} hint={long} example={mixed} />
      <Field name="wrong" label={title} error="forms.required" required />
      <Field name="counted" label={title} counter={mixed} multiline rows={3} />
      <Field name="email" label={title} type="email" defaultValue="name@example.org" />
      <Field name="off" label={title} defaultValue={mixed} disabled />
      <SelectField name="select" label={title} options={[{ value: 'a', label: mixed }]} />
      <SelectField
        name="select_wrong"
        label={title}
        options={[{ value: 'a', label: mixed }]}
        empty={title}
        error="forms.required"
        required
      />
      <FileField name="file" label={title} hint={mixed} />
    </form>
  )
}

function Choices({ samples: { title, mixed, long } }: { samples: Samples }) {
  const choices = [
    { value: 'a', label: title, hint: long },
    { value: 'b', label: mixed },
    { value: 'c', label: title, disabled: true },
  ]
  return (
    <form className="form">
      <RadioGroup name="one" legend={title} choices={choices} chosen="a" />
      <CheckboxGroup name="chosen" legend={mixed} choices={choices} error="forms.required" />
      <Fieldset legend={title} hint={mixed} large>
        <Checkbox name="yes" label={long} checked />
      </Fieldset>
    </form>
  )
}
