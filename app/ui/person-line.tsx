import { useTranslation } from '#app/i18n/use-translation.ts'
import { Avatar } from './avatar.tsx'
import { Link } from './link.tsx'
import { Time } from './time.tsx'

export type Author = {
  name: string
  /** Where the person's page is; none for people who left. */
  to?: string
  /** The function of the seat, in the reader's language. */
  role?: string
  place?: { name: string; to?: string }
}

type Props = Author & { at?: string; editedAt?: string | null; verb?: string }

/** Who wrote this, speaking for whom, and when. */
export function PersonLine({ name, to, role, place, at, editedAt, verb }: Props) {
  const { t } = useTranslation()
  return (
    <div className="person-line">
      <Avatar name={name} />
      <div>
        <p className="person-line-name">
          {to ? (
            <Link to={to}>
              <bdi>{name}</bdi>
            </Link>
          ) : (
            <bdi>{name}</bdi>
          )}
        </p>
        <p className="meta">
          {role ? <span>{role}</span> : null}
          {place ? <Place {...place} /> : null}
          {at ? (
            <span>
              {verb} <Time value={at} />
            </span>
          ) : null}
          {editedAt ? <span>{t('ui.edited')}</span> : null}
        </p>
      </div>
    </div>
  )
}

function Place({ name, to }: { name: string; to?: string }) {
  return to ? <Link to={to}>{name}</Link> : <span>{name}</span>
}
