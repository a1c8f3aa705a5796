import { type ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { UNREAD_COUNTED } from '#app/domain/notifications/notifications.limits.ts'
import { Avatar } from './avatar.tsx'
import { Link } from './link.tsx'

export type Account = {
  name: string
  /** Notifications not yet read. */
  unread?: number
  links: { to: string; label: string; count?: number }[]
}

type Props = { account: Account; signOut: ReactNode }

/** What the signed-in person can reach; opens without a script. */
export function AccountMenu({ account, signOut }: Props) {
  const { t } = useTranslation()
  return (
    <details className="menu" name="site-menus">
      <summary>
        <Avatar name={account.name} size="small" />
        <span className="menu-name">
          <bdi>{account.name}</bdi>
        </span>
        <span className="visually-hidden">{t('ui.account')}</span>
        <Count value={account.unread} />
      </summary>
      <div className="menu-panel">
        <ul className="nav-list">
          {account.links.map(({ to, label, count }) => (
            <li key={to}>
              <Link to={to} className="nav-link">
                {label} <Count value={count} />
              </Link>
            </li>
          ))}
        </ul>
        {signOut}
      </div>
    </details>
  )
}

function Count({ value = 0 }: { value?: number }) {
  const shown = value > UNREAD_COUNTED ? `${UNREAD_COUNTED}+` : value
  return value ? <span className="menu-count">{shown}</span> : null
}
