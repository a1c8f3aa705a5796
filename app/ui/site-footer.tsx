import { type ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Link } from './link.tsx'

type Props = {
  links: { to: string; label: string }[]
  /** Addresses outside the language tree, such as feeds and the open data. */
  plainLinks?: { href: string; label: string }[]
  /** The form that chooses light, dark or the system's. */
  theme?: ReactNode
}

export function SiteFooter({ links, plainLinks = [], theme }: Props) {
  const { t } = useTranslation()
  return (
    <footer className="site-footer">
      <div className="wrap">
        <nav aria-label={t('ui.footer.label')}>
          <ul className="nav-list">
            {links.map(({ to, label }) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
            {plainLinks.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="footer-foot">
          <p>{t('ui.footer.licence')}</p>
          {theme}
        </div>
      </div>
    </footer>
  )
}
