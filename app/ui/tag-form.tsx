import { useTranslation } from 'react-i18next'
import { LABEL_MAX, SLUG_MAX } from '#app/domain/tags/tags.limits.ts'
import { dirOf, LANG_NAMES, LANGS } from '#app/i18n/locales.ts'
import type { Lang } from '#db/schema.ts'
import { Button, ButtonLink } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { Fieldset } from './fieldset.tsx'
import { SelectField } from './select-field.tsx'

type Props = {
  values: Record<string, unknown>
  errors?: Record<string, string>
  parents: { id: string; label: string }[]
  /** A path without language to go back to. */
  back: string
}

/** The labels of a concept in each language, its address and its place in the tree. */
export function TagForm({ values, errors = {}, parents, back }: Props) {
  const { t } = useTranslation()
  const shared = { values, errors }
  return (
    <form method="post" className="form">
      <ErrorSummary errors={errors} />
      {LANGS.map((lang) => (
        <Labels key={lang} lang={lang} {...shared} />
      ))}
      <SelectField
        name="parent"
        label={t('tags.fields.parent')}
        empty={t('tags.fields.no_parent')}
        options={parents.map(({ id, label }) => ({ value: id, label }))}
        defaultValue={text(values.parent)}
        error={errors.parent}
      />
      <Field
        name="slug"
        label={t('tags.fields.slug')}
        hint={t('tags.fields.slug_hint')}
        error={errors.slug}
        defaultValue={text(values.slug)}
        maxLength={SLUG_MAX}
      />
      <div className="actions">
        <Button>{t('forms.save')}</Button>
        <ButtonLink to={back} variant="quiet">
          {t('forms.cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}

type LabelsProps = Pick<Props, 'values'> & { lang: Lang; errors: Record<string, string> }

function Labels({ lang, values, errors }: LabelsProps) {
  const { t } = useTranslation()
  const own = { lang, dir: dirOf(lang) }
  return (
    <Fieldset legend={LANG_NAMES[lang]}>
      <div className="stack">
        <Field
          {...own}
          name={`label_${lang}`}
          label={t('tags.fields.label')}
          error={errors[`label_${lang}`]}
          defaultValue={text(values[`label_${lang}`])}
          maxLength={LABEL_MAX}
          required={lang !== 'zgh'}
        />
        <Field
          {...own}
          name={`others_${lang}`}
          label={t('tags.fields.others')}
          hint={t('tags.fields.others_hint')}
          error={errors[`others_${lang}`]}
          defaultValue={text(values[`others_${lang}`])}
          rows={2}
          multiline
        />
      </div>
    </Fieldset>
  )
}

function text(value: unknown) {
  if (Array.isArray(value)) return value.join('\n')
  return typeof value === 'string' ? value : ''
}
