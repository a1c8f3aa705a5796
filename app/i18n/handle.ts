import type { TFunction } from 'i18next'
import type { Feed } from '#app/domain/feeds/feeds.ts'
import type { Lang } from '#db/schema.ts'

/**
 * What a page route exports as `handle`: its title and description, in the reader's language,
 * from the route's own loader data; `robots` for pages that search engines should leave alone.
 */
export type PageHandle<Data = never> = {
  title: (t: TFunction, data: Data) => string
  description?: (t: TFunction, data: Data) => string | undefined
  robots?: 'noindex'
  /** The path without language that search engines shall know the page by, whatever was asked of it. */
  canonical?: string
  /** Works only with a script, which visitors get here as well; the loader sets `needsScript`. */
  script?: true
  /** What can be followed from this page by a feed reader. */
  feeds?: readonly Feed[]
}

/**
 * What a loader gives as `share` for a visitor, and null for whoever is signed in: how the page looks
 * where its address is passed on. Robots and messengers read as visitors do.
 */
export type Share = {
  kind: 'article' | 'website'
  /** The language whose address is the page's own, and the path in each, without it. */
  lang: Lang
  paths: Record<Lang, string>
  /** The address that leads everyone to their own language. */
  anyLang: string
  /** What of the query makes another page: `?after=…`. */
  query: string
  /** The path of its picture, 1200 by 630. */
  picture: string
  /** What it is in the words of schema.org. */
  linked: object | null
}
