import { useTranslation } from '#app/i18n/use-translation.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

export type Crumb = { to: string; label: string }

/** The way down to this page; the page itself is its title and is not repeated. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  const { t } = useTranslation()
  return (
    <nav className="breadcrumbs" aria-label={t('ui.breadcrumbs')}>
      <ol className="crumbs">
        {items.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>
              <bdi>{label}</bdi>
            </Link>
            <Icon name="chevron" />
          </li>
        ))}
      </ol>
    </nav>
  )
}
