import type { Lang } from '#db/schema.ts'

export const FEEDS = ['practices', 'challenges', 'threads', 'collections', 'events'] as const

export type Feed = (typeof FEEDS)[number]

/** Where a feed is read: each language has its own. */
export function feedPath(feed: Feed, lang: Lang) {
  return `/feeds/${feed}.${lang}.atom`
}
