import type { Lang, Row } from '#db/schema.ts'

/** What a list shows of an item, in the best language there is for the reader. */
export type Card = {
  id: string
  kind: Row<'item'>['kind']
  state: Row<'item'>['state']
  title: string
  summary: string | null
  /** The language of title and summary. */
  lang: Lang
  published_at: string | null
  created_at: string
  hidden_at: string | null
  place: Pick<Row<'collectivity'>, 'code' | 'name_ar' | 'name_fr'> | null
  place_text: string | null
  space: Pick<Row<'space'>, 'name' | 'slug' | 'visibility'> | null
  principles: string[]
  stage: Row<'practice'>['stage']
  /** When a practice took place, as far as is known. */
  year: number | null
  /** When an event was, and until when if it was longer than a day. */
  starts_on: string | null
  ends_on: string | null
  progress: Row<'challenge'>['progress'] | null
  form: Row<'thread'>['form'] | null
  answered: boolean
  reply_count: number | null
  /** How many collectivities have taken it up. */
  adopters: number
}
