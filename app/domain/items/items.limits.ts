/** The longest texts, in characters; the schema holds the same numbers as CHECKs. */
export const TITLE_MAX = 200
export const SUMMARY_MAX = 500
export const SECTION_MAX = 40_000
export const REASON_MAX = 500

export const SECTIONS = [
  'body',
  'outcome',
  'context',
  'steps',
  'participants',
  'partners',
  'resources',
  'results',
  'obstacles',
  'lessons',
  'transfer',
  'legal',
] as const

export type SectionName = (typeof SECTIONS)[number]
