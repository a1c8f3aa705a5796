import type { Lang, Row } from '#db/schema.ts'

/** One line of the audit log, with its subject as far as it still exists and may be read. */
export type LogEntry = {
  id: string
  created_at: string
  verb: string
  subject_kind: string
  detail: Record<string, unknown>
  actor: string | null
  actor_handle: string | null
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
