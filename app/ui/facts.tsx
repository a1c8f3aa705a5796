import { type ReactNode } from 'react'

type Props = { title?: string; items: { term: string; value: ReactNode }[] }

/** What is known about a thing, term by term; terms without a value are left out. */
export function Facts({ title, items }: Props) {
  const known = items.filter(({ value }) => value !== null && value !== undefined && value !== '')
  return (
    <div className="facts">
      {title ? <h2>{title}</h2> : null}
      <dl>
        {known.map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
