import { type ReactNode } from 'react'

type Props = { title: string; text?: string; action?: ReactNode; level?: 'h2' | 'h3' }

/** Nothing here yet, why that is, and what one can do about it. */
export function EmptyState({ title, text, action, level: Heading = 'h2' }: Props) {
  return (
    <div className="empty-state">
      <Heading>{title}</Heading>
      {text ? <p>{text}</p> : null}
      {action}
    </div>
  )
}
