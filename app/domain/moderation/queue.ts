import type { Lang, Row } from '#db/schema.ts'
import type { ItemAuthor } from '../items/authors.ts'
import type { QueueKind, ReportReason } from './moderation.limits.ts'

/** How often something was done about a person, by its subject. */
export type Past = { person: string; subject: string; verb: string; count: number }
export type Counted = Pick<Past, 'verb' | 'count'>

/** Adds up what was done, whatever it was done to. */
export function pastOf(acts: Past[]): Counted[] {
  const counts = new Map<string, number>()
  for (const { verb, count } of acts) counts.set(verb, (counts.get(verb) ?? 0) + count)
  return [...counts].map(([verb, count]) => ({ verb, count }))
}

type Entry = {
  id: string
  /** Since when it waits, and for how many whole days. */
  at: string
  days: number
  /** The viewer's own. */
  own: boolean
  /** What was done before about the same text or seat, and about the same person's others. */
  before: Counted[]
  other: Counted[]
}

type Place = { code: string | null; name_ar: string | null; name_fr: string | null }

/** A seat that waits to be confirmed. */
export type SeatEntry = Entry &
  Place & {
    queue: 'seats'
    function: Row<'seat'>['function']
    note: string
    starts_on: string | null
    name: string
    handle: string
    email: string
    email_confirmed_at: string | null
    /** Whether the collectivity is a member of the network. */
    in_network: boolean
    /** Who holds the same function there today. */
    holders: string[]
  }

/** Somebody who waits to be let into a space; `id` is theirs. */
export type JoinEntry = Entry &
  Place & {
    queue: 'joins'
    name: string
    handle: string
    note: string
    function: Row<'seat'>['function'] | null
    /** The slug of the space. */
    space: string
    space_name: string
  }

/** Something written that waits to be published, reviewed or judged. */
export type ItemEntry = Entry & {
  queue: Exclude<QueueKind, 'seats' | 'joins'>
  kind: Row<'item'>['kind']
  thread_id: string | null
  title: string
  summary: string | null
  html: string | null
  lang: Lang
  /** The slug of the space it stands in. */
  space: string | null
  space_name: string | null
  author: ItemAuthor
  reports: { reason: ReportReason; note: string; at: string }[]
}

export type QueueEntry = SeatEntry | JoinEntry | ItemEntry
