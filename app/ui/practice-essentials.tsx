import { useTranslation } from '#app/i18n/use-translation.ts'
import { SUMMARY_MAX } from '#app/domain/items/items.limits.ts'
import { STAGES } from '#app/domain/practices/practices.limits.ts'
import { PRINCIPLES } from '#app/domain/principles/principles.ts'
import { CheckboxGroup } from './choice-group.tsx'
import { Fieldset } from './fieldset.tsx'
import { ChallengePicker, CollectivityPicker } from './practice-pickers.tsx'
import { PracticeTextField } from './practice-text-field.tsx'
import { type FormOptions, type FormState, many, one } from './practice-values.ts'
import { SelectField } from './select-field.tsx'
import { SimilarTitles } from './similar.tsx'

type Props = FormState & { options: FormOptions }

/** The eight fields that publishing asks for, each with an example. */
export function PracticeEssentials({ options, ...state }: Props) {
  const { t } = useTranslation()
  const { values, errors } = state
  const named = (slugs: readonly string[], key: string) =>
    slugs.map((value) => ({ value, label: t(`${key}.${value}`) }))
  return (
    <Fieldset
      legend={t('practices.form.essentials')}
      hint={t('practices.form.essentials_hint')}
      large
    >
      <PracticeTextField {...state} name="title" required />
      {state.similar ? <SimilarTitles similar={state.similar} seen={one(values, 'seen')} /> : null}
      <PracticeTextField
        {...state}
        name="summary"
        rows={4}
        hint={t('practices.hints.summary', { max: SUMMARY_MAX })}
        required
      />
      <CollectivityPicker {...state} options={options} hint={t('practices.hints.collectivity')} />
      <CheckboxGroup
        name="principles"
        legend={t('practices.fields.principles')}
        hint={t('practices.hints.principles')}
        error={errors.principles}
        choices={named(PRINCIPLES, 'principles')}
        chosen={many(values, 'principles')}
        columns
      />
      <ChallengePicker {...state} options={options} />
      <PracticeTextField
        {...state}
        name="steps"
        rows={10}
        hint={t('practices.hints.markdown')}
        required
      />
      <SelectField
        name="stage"
        label={t('practices.fields.stage')}
        hint={t('practices.hints.stage')}
        error={errors.stage}
        options={named(STAGES, 'stages')}
        empty={t('practices.form.choose')}
        defaultValue={one(values, 'stage')}
        required
      />
      <PracticeTextField {...state} name="lessons" rows={6} required />
    </Fieldset>
  )
}
