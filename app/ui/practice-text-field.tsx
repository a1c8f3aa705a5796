import { useTranslation } from '#app/i18n/use-translation.ts'
import { Field } from './field.tsx'
import { MarkdownField } from './markdown-field.tsx'
import { type FormState, one } from './practice-values.ts'

type Props = FormState & {
  name: string
  required?: boolean
  rows?: number
  type?: string
  /** The field has an example beside it, in the locale. */
  example?: boolean
  hint?: string
}

/** One text of a practice: its label and its example come from its name. */
export function PracticeTextField({ kind, values, errors, name, rows, ...rest }: Props) {
  const { t } = useTranslation()
  const { required, type, example = true, hint } = rest
  const field = {
    name,
    label: t(`practices.fields.${name}`),
    hint,
    example: example ? t(`practices.examples.${kind}.${name}`) : undefined,
    error: errors[name],
    defaultValue: one(values, name),
    required,
  }
  if (rows === undefined) return <Field {...field} type={type} />
  if (name === 'summary') return <Field {...field} multiline rows={rows} />
  return <MarkdownField {...field} rows={rows} />
}
