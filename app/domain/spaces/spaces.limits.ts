/** The longest texts, in characters; the schema holds the same numbers as CHECKs. */
export const SPACE_NAME_MAX = 80
export const SPACE_PURPOSE_MAX = 1000
export const REQUEST_NOTE_MAX = 500

/** How many of those who can read something private are named beside it. */
export const READERS_NAMED = 30

export const INVITATION_DAYS = 14

export const VISIBILITIES = ['public', 'network', 'private'] as const
export const JOININGS = ['open', 'request', 'invitation'] as const
export const SPACE_ROLES = ['member', 'moderator', 'owner'] as const
