export const ENTRIES_PER_PAGE = 50

/** More pages than any vocabulary has. */
export const VOCABULARY_PAGES_MAX = 1000
