import { TITLE_MAX } from '#app/domain/items/items.limits.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Field } from './field.tsx'

type Props = { values: Record<string, string[]>; errors: Record<string, string> }

/** What a collection is called; its introduction is the composer's. */
export function CollectionTitle({ values, errors }: Props) {
  const { t } = useTranslation()
  return (
    <Field
      name="title"
      label={t('collections.fields.title')}
      example={t('collections.fields.title_example')}
      maxLength={TITLE_MAX}
      required
      defaultValue={values.title?.[0]}
      error={errors.title}
    />
  )
}
