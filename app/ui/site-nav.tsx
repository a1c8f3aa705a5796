import { useLocation } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

const ENTRIES = [
  { to: '/challenges', key: 'ui.nav.challenges' },
  { to: '/practices', key: 'ui.nav.library' },
  { to: '/spaces', key: 'ui.nav.spaces' },
  { to: '/collectivities', key: 'ui.nav.collectivities' },
  { to: '/search', key: 'ui.nav.search' },
]

/** The five ways in. The entry of the section one is in says so. */
export function SiteNav({ className }: { className?: string }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className={className} aria-label={t('ui.nav.label')}>
      <ul className="nav-list">
        {ENTRIES.map(({ to, key }) => (
          <li key={to}>
            <Link to={to} className="nav-link" aria-current={currency(pathname, to)}>
              {to === '/search' ? <Icon name="search" /> : null}
              {t(key)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function currency(pathname: string, to: string) {
  const path = pathname.replace(/^\/[a-z]+/, '')
  if (path === to) return 'page'
  return path.startsWith(`${to}/`) ? 'true' : undefined
}
