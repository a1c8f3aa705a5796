import { DAYS_KEPT } from '../personal-data/retention.ts'

/** Different words a day: more is no people looking for something. */
export const MISSES_A_DAY = 2000

export const MISS_MAX = 200

/** The last so many days, as the page offers them. */
export const MISS_SPANS = [7, 30, DAYS_KEPT.search_miss] as const

/** How many the page shows: those wanted most. */
export const MISSES_SHOWN = 100
