export const SEAT_NOTE_MAX = 500

/** How many requests of one person may wait at the same time. */
export const SEATS_WAITING_MAX = 5
