import type { TFunction } from 'i18next'
import type { Feed } from '#app/domain/feeds/feeds.ts'

/**
 * What a page route exports as `handle`: its title and description, in the reader's language,
 * from the route's own loader data; `robots` for pages that search engines should leave alone.
 */
export type PageHandle<Data = never> = {
  title: (t: TFunction, data: Data) => string
  description?: (t: TFunction, data: Data) => string | undefined
  robots?: 'noindex'
  /** Works only with a script, which visitors get here as well; the loader sets `needsScript`. */
  script?: true
  /** What can be followed from this page by a feed reader. */
  feeds?: readonly Feed[]
}
