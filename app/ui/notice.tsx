import { type ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Tone = 'info' | 'success' | 'warning' | 'error'

const ICONS: Record<Tone, IconName> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  error: 'error',
}

// Only what has just happened interrupts; standing advice does not.
const ROLES: Partial<Record<Tone, string>> = { success: 'status', error: 'alert' }

type Props = { tone?: Tone; title?: string; children: ReactNode }

/** Something to know about this page or about what was just done. */
export function Notice({ tone = 'info', title, children }: Props) {
  return (
    <div className={`notice notice-${tone}`} role={ROLES[tone]}>
      <Icon name={ICONS[tone]} />
      <div>
        {title ? <p className="notice-title">{title}</p> : null}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  )
}
