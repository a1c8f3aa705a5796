export const CONFIRMATION_NOTE_MAX = 500

/** For how many years at most a verification holds. */
export const VERIFIED_YEARS = 2
