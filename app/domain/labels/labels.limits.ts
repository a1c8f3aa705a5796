export const LABEL_MAX = 80
export const SLUG_MAX = 80

/** Other spellings and synonyms of one language, one a line. */
export const OTHERS_MAX = 20
