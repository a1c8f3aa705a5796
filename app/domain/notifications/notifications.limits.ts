/** What somebody has not read is counted so far; more is told as more. */
export const UNREAD_COUNTED = 99
