import { type ComponentProps } from 'react'
import { controlId, describedBy } from './control.ts'
import { FieldError, FieldHint, OptionalMark } from './field-text.tsx'

/** What may be kept, for the browser's chooser; the server goes by the content. */
export const ACCEPTED_FILES =
  '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.txt,.png,.jpg,.jpeg,.webp,.gif'

type Props = Omit<ComponentProps<'input'>, 'name' | 'type' | 'className'> & {
  name: string
  label: string
  /** Which kinds and how large. */
  hint?: string
  /** A locale key. */
  error?: string
}

/** One or several files; its form needs `encType="multipart/form-data"`. */
export function FileField({ label, hint, error, ...control }: Props) {
  const id = control.id ?? controlId(control.name)
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        <OptionalMark optional={!control.required} />
      </label>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      <input
        {...control}
        {...describedBy(id, { hint, error })}
        id={id}
        type="file"
        className="control"
      />
    </div>
  )
}
