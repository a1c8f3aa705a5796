import type { Lang, Row } from '#db/schema.ts'
import type { ItemAuthor } from '../items/authors.ts'
import type { QueueKind, ReportReason } from './moderation.limits.ts'

type Entry = {
  id: string
  /** Since when it waits. */
  at: string
  /** The viewer's own. */
  own: boolean
}

/** A seat that waits to be confirmed. */
export type SeatEntry = Entry & {
  queue: 'seats'
  function: Row<'seat'>['function']
  note: string
  name: string
  handle: string
  email: string
  email_confirmed_at: string | null
  code: string | null
  name_ar: string | null
  name_fr: string | null
}

/** Something written that waits to be published, reviewed or judged. */
export type ItemEntry = Entry & {
  queue: Exclude<QueueKind, 'seats'>
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

export type QueueEntry = SeatEntry | ItemEntry
