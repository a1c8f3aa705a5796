import { type ReactNode } from 'react'
import { Icon } from './icon.tsx'

type Props = { summary: ReactNode; note?: string; open?: boolean; children: ReactNode }

/** A part one may leave closed. */
export function Disclosure({ summary, note, open, children }: Props) {
  return (
    <details className="disclosure" open={open}>
      <summary>
        <Icon name="down" />
        <span>
          {summary} {note ? <small>{note}</small> : null}
        </span>
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  )
}
