import type { Row } from '#db/schema.ts'

/** Who will read what is written here: everyone, every confirmed member, or so many people. */
export type Audience = { visibility: Row<'space'>['visibility']; members: number; space?: string }

/** What is not published yet is for its authors, and for those who review it there. */
export type DraftAudience = { visibility: 'authors' | 'reviewers'; space?: string }
