import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { StateBadge } from './badge.tsx'
import { kindOf } from './card-list.tsx'
import { Link } from './link.tsx'
import { Time } from './time.tsx'

/** One's own threads that wait for a first look; their author reads them where they will stand. */
export function HeldList({ threads }: { threads: Card[] }) {
  const { t } = useTranslation()
  return (
    <ul className="list practice-drafts">
      {threads.map((thread) => (
        <li key={thread.id}>
          <StateBadge state="held" />
          <h3 lang={thread.lang} dir="auto">
            <Link to={itemPath(thread)}>{thread.title}</Link>
          </h3>
          <p className="meta">
            <span>{t(`ui.kinds.${kindOf(thread)}`)}</span>
            {thread.space ? <bdi>{thread.space.name}</bdi> : null}
            <Time value={thread.created_at} form="minute" />
          </p>
        </li>
      ))}
    </ul>
  )
}
