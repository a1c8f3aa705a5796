import { useTranslation } from '#app/i18n/use-translation.ts'
import { LANGS } from '#app/domain/languages.ts'
import {
  JOININGS,
  SPACE_NAME_MAX,
  SPACE_PURPOSE_MAX,
  VISIBILITIES,
} from '#app/domain/spaces/spaces.limits.ts'
import { LANG_NAMES } from '#app/i18n/locales.ts'
import { RadioGroup } from './choice-group.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { SelectField } from './select-field.tsx'

export type SpaceValues = Partial<
  Record<'name' | 'purpose' | 'lang' | 'visibility' | 'joining', string | string[]>
>

type Props = { values: SpaceValues; errors?: Record<string, string> }

/** What a space is called and for, who reads it and how one joins, each choice in one sentence. */
export function SpaceFields({ values, errors = {} }: Props) {
  const { t } = useTranslation()
  const labels = Object.fromEntries(
    ['name', 'purpose', 'lang', 'visibility', 'joining'].map((name) => [
      name,
      t(`spaces.fields.${name}`),
    ]),
  )
  return (
    <>
      <ErrorSummary errors={errors} labels={labels} />
      <Field
        name="name"
        label={labels.name!}
        maxLength={SPACE_NAME_MAX}
        required
        defaultValue={values.name}
        error={errors.name}
      />
      <Field
        name="purpose"
        label={labels.purpose!}
        hint={t('spaces.fields.purpose_hint')}
        multiline
        rows={4}
        maxLength={SPACE_PURPOSE_MAX}
        defaultValue={values.purpose}
        error={errors.purpose}
      />
      <SelectField
        name="lang"
        label={labels.lang!}
        options={LANGS.map((value) => ({ value, label: LANG_NAMES[value] }))}
        required
        defaultValue={values.lang}
        error={errors.lang}
      />
      <Access values={values} errors={errors} labels={labels} />
    </>
  )
}

function Access({ values, errors = {}, labels }: Props & { labels: Record<string, string> }) {
  const { t } = useTranslation()
  const choices = (name: 'visibility' | 'joining', all: readonly string[]) =>
    all.map((value) => ({
      value,
      label: t(`spaces.${name}.${value}.label`),
      hint: t(`spaces.${name}.${value}.hint`),
    }))
  return (
    <>
      <RadioGroup
        name="visibility"
        legend={labels.visibility!}
        choices={choices('visibility', VISIBILITIES)}
        chosen={String(values.visibility ?? '')}
        required
        error={errors.visibility}
      />
      <RadioGroup
        name="joining"
        legend={labels.joining!}
        hint={t('spaces.fields.joining_hint')}
        choices={choices('joining', JOININGS)}
        chosen={String(values.joining ?? '')}
        required
        error={errors.joining}
      />
    </>
  )
}
