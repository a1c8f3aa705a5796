import { FOLDER_NAME_MAX } from '#app/domain/bookmarks/bookmarks.limits.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { FormProblem } from './form-problem.tsx'

type Props = {
  name?: string
  submit: string
  failure?: {
    errors: Record<string, string>
    values: Record<string, string | undefined>
    minutes: number
  }
}

/** What a folder of bookmarks is called. */
export function FolderForm({ name, submit, failure }: Props) {
  const { t } = useTranslation()
  const label = t('bookmarks.folders.name')
  return (
    <form method="post" noValidate className="form">
      <FormProblem failure={failure} labels={{ name: label }} />
      <Field
        name="name"
        label={label}
        maxLength={FOLDER_NAME_MAX}
        required
        defaultValue={failure?.values.name ?? name}
        error={failure?.errors.name}
        autoComplete="off"
      />
      <div>
        <Button>{submit}</Button>
      </div>
    </form>
  )
}
