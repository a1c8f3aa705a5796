import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Lang, Row } from '#db/schema.ts'
import { Audience } from './audience.tsx'
import { Badge } from './badge.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Link } from './link.tsx'

type Space = Pick<Row<'space'>, 'name' | 'slug' | 'purpose' | 'visibility' | 'joining'> & {
  lang: Lang
  role: Row<'space_member'>['role'] | null
  archived_at: string | null
  members: number
  threads: number
  practices: number
  documents: number
}

const KEPT = [
  { of: 'threads', icon: 'talk' },
  { of: 'practices', icon: 'book' },
  { of: 'documents', icon: 'attach' },
] as const satisfies { of: keyof Space; icon: IconName }[]

/** A space in a list: its name, what it is for, who can read it and how much is in it. */
export function SpaceCard({ space }: { space: Space }) {
  const { t } = useTranslation()
  const own = { lang: space.lang, dir: 'auto' }
  return (
    <article className="item-card">
      <Marks {...space} />
      <h3 className="item-card-title" {...own}>
        <Link to={`/spaces/${space.slug}`}>{space.name}</Link>
      </h3>
      {space.purpose ? (
        <p className="item-card-excerpt" {...own}>
          {space.purpose}
        </p>
      ) : null}
      <Audience audience={space} />
      <p className="meta">
        <Count icon="people" label={t('spaces.counts.members', { count: space.members })} />
        {KEPT.filter(({ of }) => space[of] > 0).map(({ of, icon }) => (
          <Count key={of} icon={icon} label={t(`spaces.counts.${of}`, { count: space[of] })} />
        ))}
      </p>
    </article>
  )
}

function Marks({ role, archived_at, joining }: Space) {
  const { t } = useTranslation()
  if (!role && !archived_at && joining === 'invitation') return null
  return (
    <div className="cluster">
      {role ? <Badge tone="positive" label={t(`spaces.roles.${role}`)} /> : null}
      {!role && !archived_at ? <Badge label={t(`spaces.joining.${joining}.short`)} /> : null}
      {archived_at ? <Badge icon="archive" label={t('ui.states.archived')} /> : null}
    </div>
  )
}

function Count({ icon, label }: { icon: IconName; label: string }) {
  return (
    <span>
      <Icon name={icon} />
      {label}
    </span>
  )
}
