export const REPORT_NOTE_MAX = 1000

/** For how long an act can be undone, and a mail about it is held back. */
export const UNDO_MINUTES = 15

/** How many of what waits one page shows, the oldest first. */
export const QUEUE_SIZE = 20

/** What waits for someone who keeps order. */
export const QUEUE_KINDS = ['seats', 'held', 'practices', 'reports', 'joins'] as const
export type QueueKind = (typeof QUEUE_KINDS)[number]

export const REPORT_REASONS = [
  'personal_data',
  'offensive',
  'untrue',
  'spam',
  'rights',
  'other',
] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

/** What may be done about one item, at `/moderation/items/{id}/{verb}`. */
export const ITEM_VERBS = [
  'hide',
  'restore',
  'keep',
  'publish',
  'approve',
  'return',
  'lock',
  'unlock',
] as const
export type ItemVerb = (typeof ITEM_VERBS)[number]

/** A reason is a ready answer, what was typed, or both; together no longer than `REASON_MAX`. */
export const ADDED_MAX = 200
