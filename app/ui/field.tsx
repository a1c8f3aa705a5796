import { type ComponentProps, type ReactNode } from 'react'
import { controlId, describedBy } from './control.ts'
import { FieldError, FieldHint, OptionalMark } from './field-text.tsx'
import { RoomLeft } from './room-left.tsx'
import { useTypedBefore } from './typed-before.ts'

type Props = Omit<ComponentProps<'input'>, 'name' | 'className'> & {
  name: string
  label: string
  hint?: string
  example?: string
  /** A locale key. */
  error?: string
  /** How much may be written, in words. */
  counter?: string
  multiline?: boolean
  rows?: number
  /** Filters are all optional and need not say it. */
  plain?: boolean
  /** Its form goes to another page, which can't give back what is too long: the browser stops there. */
  cut?: boolean
  /** What stands over the control, and under it. */
  above?: ReactNode
  below?: ReactNode
}

// What is written in Latin letters in every language.
const LATIN: readonly unknown[] = ['email', 'url', 'tel', 'password', 'number', 'date', 'month']

/**
 * A labelled control, wired to its hint and its error. Text people write finds its own direction. What is
 * longer than `maxLength` is refused, not cut: a browser that enforces it leaves out the end of what is
 * pasted, and says nothing.
 */
export function Field(props: Props) {
  const { label, hint, example, error, counter, multiline, plain = false, ...rest } = props
  const { above, below, maxLength, cut, ...control } = rest
  const id = control.id ?? controlId(control.name)
  useTypedBefore(id)
  const Control = (multiline ? 'textarea' : 'input') as 'input'

  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        <OptionalMark optional={!plain && !control.required} />
      </label>
      <FieldHint id={id} hint={hint} example={example} />
      <FieldError id={id} error={error} />
      {above}
      <Control
        dir={LATIN.includes(control.type) ? 'ltr' : 'auto'}
        {...control}
        {...describedBy(id, { hint, example, error, counter })}
        id={id}
        className="control"
        data-most={maxLength}
        maxLength={cut ? maxLength : undefined}
      />
      {counter ? (
        <p className="field-counter" id={`${id}-counter`}>
          {counter}
        </p>
      ) : null}
      {maxLength ? <RoomLeft id={id} max={maxLength} /> : null}
      {below}
    </div>
  )
}
