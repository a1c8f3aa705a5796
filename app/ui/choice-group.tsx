import { controlId } from './control.ts'
import { Fieldset } from './fieldset.tsx'

export type Choice = { value: string; label: string; hint?: string; disabled?: boolean }

type Props = {
  name: string
  /** Where the page has several of this name. */
  id?: string
  legend: string
  choices: Choice[]
  hint?: string
  /** A locale key. */
  error?: string
  optional?: boolean
  /** Short labels stand in two columns where there is room. */
  columns?: boolean
}

/** Several of a few, or with `required` all. The form receives `name` once for each that is ticked. */
export function CheckboxGroup({ chosen = [], ...props }: Props & CheckboxOnly) {
  return <Group {...props} type="checkbox" chosen={chosen} />
}

type CheckboxOnly = { chosen?: readonly string[]; required?: boolean }

/** One of a few. */
export function RadioGroup({ chosen, required, ...props }: Props & RadioOnly) {
  return (
    <Group
      {...props}
      type="radio"
      chosen={chosen === undefined ? [] : [chosen]}
      required={required ?? false}
    />
  )
}

type RadioOnly = { chosen?: string; required?: boolean }

type GroupProps = Props & {
  type: 'checkbox' | 'radio'
  chosen: readonly string[]
  required?: boolean
}

function Group({ name, choices, type, chosen, required, columns, ...fieldset }: GroupProps) {
  return (
    <Fieldset {...fieldset} id={fieldset.id ?? controlId(name)}>
      <div className={columns ? 'choices choices-columns' : 'choices'}>
        {choices.map(({ value, label, hint, disabled }) => (
          <label key={value} className="choice">
            <input
              type={type}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              required={required}
              disabled={disabled}
            />
            <span>{label}</span>
            {hint ? <small>{hint}</small> : null}
          </label>
        ))}
      </div>
    </Fieldset>
  )
}

type CheckboxProps = Omit<Choice, 'value'> & {
  name: string
  value?: string
  checked?: boolean
  required?: boolean
}

/** A single yes or no. */
export function Checkbox({ name, value = 'on', label, hint, checked, ...rest }: CheckboxProps) {
  return (
    <label className="choice">
      <input
        type="checkbox"
        id={controlId(name)}
        name={name}
        value={value}
        defaultChecked={checked}
        {...rest}
      />
      <span>{label}</span>
      {hint ? <small>{hint}</small> : null}
    </label>
  )
}
