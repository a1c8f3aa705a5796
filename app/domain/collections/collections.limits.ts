import type { FoundKind } from '../search/search.limits.ts'

/** How long a word about an entry may be; the schema holds the same number as a CHECK. */
export const ENTRY_NOTE_MAX = 300

/** What can still be read from one end to the other, and printed. */
export const ENTRIES_MAX = 50

/** What a collection may hold. */
export const ENTRY_KINDS = [
  'practice',
  'tool',
  'challenge',
  'thread',
] as const satisfies FoundKind[]
