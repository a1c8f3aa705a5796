import { useTranslation } from '#app/i18n/use-translation.ts'
import { SLUG_MAX } from '#app/domain/labels/labels.limits.ts'
import { Button, ButtonLink } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { LabelFields, text, useLabelNames } from './label-fields.tsx'
import { SelectField } from './select-field.tsx'

type Props = {
  values: Record<string, unknown>
  errors?: Record<string, string>
  parents: { id: string; label: string }[]
  /** A path without language to go back to. */
  back: string
}

/** The labels of a tag in each language, its address and its place in the tree. */
export function TagForm({ values, errors = {}, parents, back }: Props) {
  const { t } = useTranslation()
  const own = { parent: t('tags.fields.parent'), slug: t('tags.fields.slug') }
  const labels = { ...useLabelNames(), ...own }
  return (
    <form method="post" noValidate className="form">
      <ErrorSummary errors={errors} labels={labels} />
      <LabelFields values={values} errors={errors} />
      <SelectField
        name="parent"
        label={own.parent}
        empty={t('tags.fields.no_parent')}
        options={parents.map(({ id, label }) => ({ value: id, label }))}
        defaultValue={text(values.parent)}
        error={errors.parent}
      />
      <Field
        name="slug"
        label={own.slug}
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
