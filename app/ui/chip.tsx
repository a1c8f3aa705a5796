import { type ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

type Props = { label: string; lang?: string; to?: string; count?: number }

/** A principle or a tag: a link where it leads somewhere. */
export function Chip({ label, lang, to, count }: Props) {
  const inside = (
    <>
      <bdi lang={lang}>{label}</bdi>
      {count === undefined ? null : <span className="chip-count">{count}</span>}
    </>
  )
  if (!to) return <span className="chip">{inside}</span>
  return (
    <Link to={to} className="chip">
      {inside}
    </Link>
  )
}

/** A tag by its slug. */
export function TagLink({ slug, ...rest }: Omit<Props, 'to'> & { slug: string }) {
  return <Chip {...rest} to={`/tags/${slug}`} />
}

/** A filter in force; following it takes the filter away. */
export function RemoveChip({ label, to }: { label: string; to: string }) {
  const { t } = useTranslation()
  return (
    <Link to={to} className="chip">
      <span className="visually-hidden">{t('ui.filters.remove')}</span>
      <bdi>{label}</bdi>
      <Icon name="close" />
    </Link>
  )
}

/** Chips in a list, named for those who do not see them together. */
export function Chips({ label, children }: { label: string; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <ul className="chips" aria-label={label}>
      {children.map((child, index) => (
        <li key={index}>{child}</li>
      ))}
    </ul>
  )
}
