import type { Lang, Row } from '#db/schema.ts'

/** What the log is narrowed by. */
export type LogFilter = {
  verb?: string
  /** Who did it: a handle. */
  actor?: string
  /** What it was done about: `@handle`, or an id, a slug, a code. */
  about?: string
  /** Days, `2026-11-23`, both included. */
  from?: string
  until?: string
}

/** One line of the audit log, with its subject as far as it still exists and may be read. */
export type LogEntry = {
  id: string
  created_at: string
  verb: string
  subject_kind: string
  subject_id: string
  detail: Record<string, unknown>
  /** From where it was done: the part of the forum, the browser and system. */
  part: string
  device: string
  /** The viewer's own, and not long ago. */
  undoable: boolean
  actor: string | null
  actor_handle: string | null
  /** Somebody acted whose account has been erased since; without an actor: the program itself. */
  actor_gone: 0 | 1
  person: string | null
  person_handle: string | null
  item_id: string | null
  item_kind: Row<'item'>['kind'] | null
  item_title: string | null
  item_lang: Lang | null
  thread_id: string | null
  tag: string | null
  concept: string | null
  space: string | null
  space_name: string | null
  code: string | null
  name_ar: string | null
  name_fr: string | null
}
