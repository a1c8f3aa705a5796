import type { Lang } from '#db/schema.ts'

/** A name of a tag or a concept; the preferred one is what it is called. */
export type Label = { lang: Lang; label: string; preferred: 0 | 1 }
