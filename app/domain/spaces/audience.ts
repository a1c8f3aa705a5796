import type { Row } from '#db/schema.ts'

/** Somebody who can read this, and the collectivity they sit in. */
export type Reader = Pick<Row<'user'>, 'name' | 'handle'> & {
  place: Pick<Row<'collectivity'>, 'code' | 'name_ar' | 'name_fr'> | null
}

/**
 * Who will read what is written here: everyone, every confirmed member, or so many people; those,
 * or the first of them, by name, with the name and the address of their space.
 */
export type Audience = {
  visibility: Row<'space'>['visibility']
  members: number
  space?: string
  slug?: string
  people?: Reader[]
}

/** What is not published yet is for its authors, and for those who review it there. */
export type DraftAudience = {
  visibility: 'authors' | 'reviewers'
  space?: string
  people?: Reader[]
}
