/** The longest texts of a step, in characters; the schema holds those of short fields as CHECKs. */
export const STEP_TEXT_MAX = 5000
export const STEP_SHORT_MAX = 200
export const STEP_URL_MAX = 1000
export const DELIBERATION_MAX = 120

/** The first day that a step may name. */
export const FIRST_DAY = '2000-01-01'

/** How many adoptions one page tells of in full, and how many the drawing shows. */
export const ADOPTIONS_SHOWN = 20
export const ADOPTIONS_DRAWN = 60

/** Of how many a practice's own page says what they would tell others. */
export const ADVICE_SHOWN = 3

/** How long after "planned" a seat is asked how it went, in months. */
export const ASKED_AFTER = { planned_3: 3, planned_12: 12 } as const
