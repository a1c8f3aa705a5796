/** How much of what was typed is searched for and shown again. */
export const QUERY_MAX = 200

export const RESULTS_PER_PAGE = 20

/** Deeper pages cost more each and help nobody: narrowing the search does. */
export const PAGES_MAX = 20

/** What a search can be narrowed to. */
export const FOUND_KINDS = ['practice', 'tool', 'challenge', 'thread'] as const

export type FoundKind = (typeof FOUND_KINDS)[number]
