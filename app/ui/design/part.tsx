import { type ReactNode } from 'react'

/** A part of the sheet, under the name that developers know it by. */
export function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="section" id={name}>
      <header>
        <h2>
          <code dir="ltr">{name}</code>
        </h2>
      </header>
      <div className="stack">{children}</div>
    </section>
  )
}
