/** How much of a file is read; the schema holds the same numbers as CHECKs where it keeps them. */
export const READ = {
  rows: 2_000,
  columns: 100,
  /** Characters of one cell, or of one part of a sheet. */
  cell: 100_000,
  /** Characters of all of it: what 10 MB of text hold at most. */
  text: 10_500_000,
  /** Bytes that an office document may unfold to. */
  unpacked: 40_000_000,
  pages: 200,
} as const

/** Milliseconds and megabytes that reading one file may take, in its own thread. */
export const READ_MS = 20_000
export const READ_MB = 384
/** Files that wait for their turn to be read, in one process. */
export const READ_WAITING = 4

export const IMPORT_NAME_MAX = 120
/** Imports of one person that are kept; the oldest goes. For how long: `DAYS_KEPT`. */
export const IMPORTS_KEPT = 10
/** Rows that a page of the check shows, and of the list of drafts. */
export const ROWS_SHOWN = 10
export const DRAFTS_SHOWN = 50
/** Milliseconds that one press of the button makes drafts; the next press goes on. */
export const MAKE_MS = 8_000
