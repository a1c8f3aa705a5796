import type { Row } from '#db/schema.ts'

/** Who wrote something: the person (null once gone) and the seat they wrote it from. */
export type ItemAuthor = {
  name: string | null
  handle: string | null
  function: Row<'seat'>['function'] | null
  place: Pick<Row<'collectivity'>, 'code' | 'name_ar' | 'name_fr'> | null
}
