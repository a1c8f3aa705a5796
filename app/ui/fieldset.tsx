import { type ReactNode } from 'react'
import { describedBy } from './control.ts'
import { FieldError, FieldHint, OptionalMark } from './field-text.tsx'

type Props = {
  legend: string
  id?: string
  hint?: string
  /** A locale key. */
  error?: string
  optional?: boolean
  /** A part of a long form, under a heading of its own. */
  large?: boolean
  children: ReactNode
}

/** Controls that belong together. */
export function Fieldset(props: Props) {
  const { legend, id, hint, error, optional = false, large = false, children } = props
  return (
    <fieldset
      className={large ? 'fieldset fieldset-large' : 'fieldset'}
      id={id}
      tabIndex={id ? -1 : undefined}
      {...(id ? describedBy(id, { hint, error }) : {})}
    >
      <legend>
        {legend}
        <OptionalMark optional={optional} />
      </legend>
      {id ? <FieldHint id={id} hint={hint} /> : hint ? <p className="field-hint">{hint}</p> : null}
      {id ? <FieldError id={id} error={error} /> : null}
      {children}
    </fieldset>
  )
}
