import { type ReactNode, useId } from 'react'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

type Props = {
  title: string
  more?: { to: string; label: string }
  children: ReactNode
}

/** A part of a page under its own heading, with the way to all the rest of it. */
export function Section({ title, more, children }: Props) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {more ? (
          <Link to={more.to} className="section-more">
            {more.label}
            <Icon name="chevron" />
          </Link>
        ) : null}
      </header>
      {children}
    </section>
  )
}
