/** After each failure but the last, how long until the next try: five tries in all. */
export const RETRY_MINUTES = [1, 10, 60, 720]
