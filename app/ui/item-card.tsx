import { type ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { type Kind, KindBadge, type State, StateBadge } from './badge.tsx'
import { Chip, Chips } from './chip.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Link } from './link.tsx'
import { type Segment, Marked } from './marked.tsx'
import { Period } from './period.tsx'

type Props = {
  kind?: Kind
  state?: State
  to: string
  title: string | Segment[]
  excerpt?: string | Segment[]
  /** The language of title and excerpt, where it may differ from the page's. */
  lang?: string
  /** The name of that language, where it should be said. */
  written?: string
  place?: string
  at?: string
  /** Where `at` begins something of more than a day: its last. */
  until?: string
  principles?: { label: string; to?: string }[]
  counts?: { icon: IconName; label: string }[]
  /** Closed to some: shows a lock and says so. */
  closed?: boolean
  level?: 'h2' | 'h3'
  children?: ReactNode
}

/** One thing in a list: what it is, its name, a taste of it, where and when. */
export function ItemCard({ title, to, excerpt, lang, level: Heading = 'h3', ...rest }: Props) {
  const own = { lang, dir: 'auto' }
  return (
    <article className="item-card">
      <Kicker {...rest} />
      <Heading className="item-card-title" {...own}>
        <Link to={to}>
          <Words text={title} />
        </Link>
      </Heading>
      {excerpt?.length ? (
        <p className="item-card-excerpt" {...own}>
          <Words text={excerpt} />
        </p>
      ) : null}
      <Meta {...rest} />
      {rest.children}
    </article>
  )
}

function Kicker({ kind, state, closed }: Pick<Props, 'kind' | 'state' | 'closed'>) {
  const { t } = useTranslation()
  if (!kind && !state && !closed) return null
  return (
    <div className="cluster">
      {kind ? <KindBadge kind={kind} /> : null}
      {state ? <StateBadge state={state} /> : null}
      {closed ? (
        <span className="badge badge-kind">
          <Icon name="lock" />
          {t('ui.closed')}
        </span>
      ) : null}
    </div>
  )
}

function Meta({ place, at, until, counts = [], principles = [], written }: Partial<Props>) {
  const { t } = useTranslation()
  return (
    <>
      {place || at || counts.length || written ? (
        <p className="meta">
          {place ? <Fact icon="pin" label={place} /> : null}
          {at ? (
            <span>
              <Icon name="calendar" />
              <Period from={at} to={until} />
            </span>
          ) : null}
          {counts.map((count) => (
            <Fact key={count.label} {...count} />
          ))}
          {written ? (
            <span>
              {t('search.written_in')} {written}
            </span>
          ) : null}
        </p>
      ) : null}
      <Chips label={t('ui.principles')}>
        {principles.map((principle) => (
          <Chip key={principle.label} {...principle} />
        ))}
      </Chips>
    </>
  )
}

function Fact({ icon, label }: { icon: IconName; label: string }) {
  return (
    <span>
      <Icon name={icon} />
      <bdi>{label}</bdi>
    </span>
  )
}

function Words({ text }: { text: string | Segment[] }) {
  return typeof text === 'string' ? text : <Marked segments={text} />
}
