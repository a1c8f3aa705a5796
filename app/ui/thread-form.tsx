import { useTranslation } from '#app/i18n/use-translation.ts'
import { TITLE_MAX } from '#app/domain/items/items.limits.ts'
import { FORMS } from '#app/domain/threads/forms.ts'
import { RadioGroup } from './choice-group.tsx'
import { Field } from './field.tsx'

type Values = Record<string, string[]>
type Props = {
  values: Values
  errors: Record<string, string>
  /** Asked when the thread is new. */
  withForm?: boolean
}

/** What stands over the text of a thread: its kind and its title. */
export function ThreadFields({ values, errors, withForm = false }: Props) {
  const { t } = useTranslation()
  return (
    <>
      {withForm ? (
        <RadioGroup
          name="form"
          legend={t('threads.fields.form')}
          choices={FORMS.map((form) => ({
            value: form,
            label: t(`ui.kinds.${form}`),
            hint: t(`threads.form_hints.${form}`),
          }))}
          chosen={values.form?.[0] ?? 'question'}
          error={errors.form}
        />
      ) : null}
      <Field
        name="title"
        label={t('threads.fields.title')}
        hint={t('threads.fields.title_hint')}
        maxLength={TITLE_MAX}
        required
        defaultValue={values.title?.[0]}
        error={errors.title}
      />
    </>
  )
}

/** Why it was changed, for the history. */
export function NoteField({ values, errors }: Omit<Props, 'withForm'>) {
  const { t } = useTranslation()
  return (
    <Field
      name="note"
      label={t('posts.fields.note')}
      maxLength={300}
      defaultValue={values.note?.[0]}
      error={errors.note}
    />
  )
}
