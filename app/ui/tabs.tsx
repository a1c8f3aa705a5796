import { Link } from './link.tsx'

type Props = {
  label: string
  items: { to: string; label: string; current: boolean; count?: number }[]
}

/** The parts of one thing, each at its own address. */
export function Tabs({ label, items }: Props) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul className="tab-list">
        {items.map(({ to, label, current, count }) => (
          <li key={to}>
            <Link to={to} aria-current={current ? 'page' : undefined}>
              {label}
              {count === undefined ? null : <span className="tabs-count">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
