import { useLang } from '#app/i18n/use-lang.ts'
import { Link } from './link.tsx'
import { formatNumber } from './numbers.ts'

type Props = { items: { value: number; label: string; to?: string }[] }

/** How many of what: the few numbers that say how large a thing is. */
export function Figures({ items }: Props) {
  const lang = useLang()
  return (
    <dl className="figures">
      {items.map(({ value, label, to }) => (
        <div key={label}>
          <dt>{to ? <Link to={to}>{label}</Link> : label}</dt>
          <dd>{formatNumber(value, lang)}</dd>
        </div>
      ))}
    </dl>
  )
}
