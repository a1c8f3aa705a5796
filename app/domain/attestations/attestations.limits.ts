/** How long a link may be answered: as often as a council's bureau meets, and a holiday more. */
export const ATTESTATION_DAYS = 30

export const FUNCTION_MAX = 120

/** What goes to the facilitator as a notification. */
export const ATTESTATION_NOTE_MAX = 1000
