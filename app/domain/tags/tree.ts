import type { Lang } from '#db/schema.ts'

/** A tag in the tree, named in the best language there is for the reader. */
export type TagNode = {
  id: string
  slug: string
  label: string
  lang: Lang
  count: number
  children: TagNode[]
}
