/**
 * How many days what is of use only for a time is kept, and from when on. Law 09-08 (article 3) lets
 * nothing be kept for longer than what it was collected for needs; which period that is, is said with
 * each. 0: until it runs out by itself. The privacy page shows these, and a job goes by them.
 */
export const DAYS_KEPT = {
  /** After it ended: what is posted with it still says whose it was. */
  session: 30,
  /** After it was last seen: long enough to know again whoever comes once a year. */
  device: 365,
  /** Links by mail; they work for three days at most. */
  token: 0,
  /** Between the password and the code. */
  half_sign_in: 0,
  /** The question that a passkey answers. */
  passkey_challenge: 0,
  /** Counts of tries, within the hour at most. */
  try: 0,
  /** What was typed when a sign-in had expired. */
  kept_form: 0,
  /** After sign-up: whoever wanted the account has opened the link by then. */
  unconfirmed_account: 30,
  /** After it was last used: a term of a seat and more; its person is told `UNUSED_NOTICE_DAYS` before. */
  unused_account: 3 * 365,
  /** After it was sent or given up: to answer whoever says that no mail came. */
  mail: 30,
  /** What it takes to undo an act of moderation: a quarter of an hour. */
  undo: 0,
  /** After it was read. */
  notification_read: 90,
  /** After it was written, read or not. */
  notification: 365,
  /** After it ran out, accepted or not: until then it says who was invited by whom. */
  invitation: 90,
  /** After the link to confirm a practice was answered or ran out: to ask back who said so. */
  attestation_request: 30,
  /** After it was refused: to see that the same is asked for again. */
  refused_seat: 365,
  /** After it was settled: to see that the same is reported again. */
  report: 365,
  /** Files that never came to belong to a text. */
  loose_file: 30,
  /** What was brought in a file and is not yet a draft: two weeks to correct it. */
  practice_import: 14,
  /** The words of searches that found nothing: one quarter's work on the thesaurus. */
  search_miss: 90,
  /** The log: a term of elected councils (six years), within which its acts are answered for. */
  audit: 6 * 365,
} as const

/** How many days before an unused account goes its person is told: long enough for a holiday. */
export const UNUSED_NOTICE_DAYS = 30

export type Kept = keyof typeof DAYS_KEPT
