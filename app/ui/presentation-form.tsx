import { TITLE_MAX } from '#app/domain/items/items.limits.ts'
import { LANG_NAMES, LANGS } from '#app/i18n/locales.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, ButtonLink } from './button.tsx'
import { Field } from './field.tsx'
import { FormProblem } from './form-problem.tsx'
import { CollectivityPicker } from './practice-pickers.tsx'
import type { FormOptions } from './practice-values.ts'
import { SelectField } from './select-field.tsx'

type Props = {
  values: Record<string, string | undefined>
  options: Pick<FormOptions, 'places' | 'found'>
  failure?: { errors: Record<string, string>; minutes: number }
  /** The page of the event. */
  back: string
  submit: string
}

/** What was presented, by which collectivity, and the practice that tells of it if there is one. */
export function PresentationForm({ values, options, failure, back, submit }: Props) {
  const { t } = useTranslation()
  const errors = failure?.errors ?? {}
  const label = (name: string) => t(`events.presentation.fields.${name}`)
  const labels = {
    title: label('title'),
    collectivity: t('practices.fields.collectivity'),
    address: label('address'),
  }
  return (
    <form method="post" noValidate className="form">
      <FormProblem failure={failure} labels={labels} />
      <Field
        name="title"
        label={label('title')}
        maxLength={TITLE_MAX}
        required
        defaultValue={values.title}
        error={errors.title}
      />
      <SelectField
        name="lang"
        label={t('composer.lang')}
        options={LANGS.map((value) => ({ value, label: LANG_NAMES[value] }))}
        defaultValue={values.lang}
        error={errors.lang}
        plain
      />
      <CollectivityPicker
        values={values}
        errors={errors}
        options={options}
        hint={t('events.presentation.place_hint')}
      />
      <Field
        name="address"
        type="text"
        inputMode="url"
        dir="ltr"
        label={label('address')}
        hint={t('events.presentation.address_hint')}
        defaultValue={values.address}
        error={errors.address}
      />
      <div className="actions">
        <Button name="intent" value="save">
          {submit}
        </Button>
        <ButtonLink to={back} variant="quiet">
          {t('forms.cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
