/** How long what an event says may be, in characters; the schema holds the same numbers as CHECKs. */
export const EVENT_PLACE_MAX = 120
export const EVENT_URL_MAX = 1000
export const DECLINE_REASON_MAX = 500

/** How many presentations one event lists. */
export const PRESENTATIONS_MAX = 100

/** How long after a presentation was listed its collectivity is reminded, in weeks; then no more. */
export const REMINDED_AFTER = [2, 6, 12] as const
