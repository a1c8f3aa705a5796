import { type ReactNode, useId } from 'react'
import { dirOf } from '#app/i18n/locales.ts'
import type { Lang } from '#db/schema.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

type Props = {
  title: string
  /** The same title in another language. */
  beside?: { title: string; lang: Lang }
  more?: { to: string; label: string }
  children: ReactNode
}

/** A part of a page under its own heading, with the way to all the rest of it. */
export function Section({ title, beside, more, children }: Props) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {beside ? (
          <p className="section-beside" lang={beside.lang} dir={dirOf(beside.lang)}>
            {beside.title}
          </p>
        ) : null}
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
