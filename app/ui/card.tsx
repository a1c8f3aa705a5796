import { type ReactNode } from 'react'

/** A surface for what stands beside the text. */
export function Card({ shaded = false, children }: { shaded?: boolean; children: ReactNode }) {
  return <div className={shaded ? 'card card-shaded' : 'card'}>{children}</div>
}
