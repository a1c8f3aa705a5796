export const REPORT_NOTE_MAX = 1000

/** How many of what waits one page shows, the oldest first. */
export const QUEUE_SIZE = 50

/** What waits for someone who keeps order. */
export const QUEUE_KINDS = ['seats', 'held', 'practices', 'reports'] as const
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

/** The verbs that tell somebody no, and so must say why. */
export const WITH_REASON: readonly string[] = ['hide', 'return', 'refuse']
