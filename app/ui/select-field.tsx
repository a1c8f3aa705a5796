import { type ComponentProps } from 'react'
import { controlId, describedBy } from './control.ts'
import { FieldError, FieldHint, OptionalMark } from './field-text.tsx'

export type Option = { value: string; label: string }

type Props = Omit<ComponentProps<'select'>, 'name' | 'className'> & {
  name: string
  label: string
  options: Option[]
  /** The choice that means none, such as all regions. */
  empty?: string
  hint?: string
  /** A locale key. */
  error?: string
  /** Filters are all optional and need not say it. */
  plain?: boolean
}

export function SelectField(props: Props) {
  const { label, options, empty, hint, error, plain = false, ...control } = props
  const id = control.id ?? controlId(control.name)
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        <OptionalMark optional={!plain && !control.required} />
      </label>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      <select {...control} {...describedBy(id, { hint, error })} id={id} className="control">
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
