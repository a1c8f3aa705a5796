import { useTranslation } from '#app/i18n/use-translation.ts'
import { Icon, type IconName } from './icon.tsx'

const KINDS = {
  challenge: 'challenge',
  thread: 'talk',
  question: 'talk',
  experience: 'talk',
  discussion: 'talk',
  practice: 'book',
  tool: 'tool',
  collection: 'list',
  event: 'calendar',
  space: 'people',
  collectivity: 'building',
  programme: 'calendar',
  person: 'person',
  tag: 'tag',
} as const satisfies Record<string, IconName>

const STATES = {
  draft: { icon: 'edit', tone: 'plain' },
  submitted: { icon: 'clock', tone: 'waiting' },
  held: { icon: 'clock', tone: 'waiting' },
  published: { icon: 'globe', tone: 'positive' },
  archived: { icon: 'archive', tone: 'plain' },
  hidden: { icon: 'hidden', tone: 'negative' },
  locked: { icon: 'lock', tone: 'plain' },
  open: { icon: 'open', tone: 'plain' },
  working: { icon: 'clock', tone: 'waiting' },
  answered: { icon: 'check', tone: 'positive' },
} as const satisfies Record<string, { icon: IconName; tone: string }>

export type Kind = keyof typeof KINDS
export type State = keyof typeof STATES
export const KIND_NAMES = Object.keys(KINDS) as Kind[]
export const STATE_NAMES = Object.keys(STATES) as State[]

export function KindBadge({ kind }: { kind: Kind }) {
  const { t } = useTranslation()
  return (
    <span className="badge badge-kind">
      <Icon name={KINDS[kind]} />
      {t(`ui.kinds.${kind}`)}
    </span>
  )
}

export function StateBadge({ state }: { state: State }) {
  const { t } = useTranslation()
  const { icon, tone } = STATES[state]
  return (
    <span className={`badge badge-${tone}`}>
      <Icon name={icon} />
      {t(`ui.states.${state}`)}
    </span>
  )
}

type Props = {
  tone?: 'plain' | 'positive' | 'waiting' | 'negative'
  icon?: IconName
  label: string
}

/** Any other short word about a thing, such as a role or a stage. */
export function Badge({ tone = 'plain', icon, label }: Props) {
  return (
    <span className={`badge badge-${tone}`}>
      {icon ? <Icon name={icon} /> : null}
      {label}
    </span>
  )
}
