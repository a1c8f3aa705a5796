/** The longest texts, in characters; the schema holds the same numbers as CHECKs. */
export const TITLE_MAX = 200
export const SUMMARY_MAX = 500
export const SECTION_MAX = 40_000
export const REASON_MAX = 500

/** For so long the same words, sent to the same place once more, are taken for what was sent already. */
export const SENT_MINUTES = 10

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

/** The parts of a practice that may be for confirmed members only: a section, and two facts. */
export const MEMBER_PARTS = ['obstacles', 'cost', 'contact'] as const
export type MemberPart = (typeof MEMBER_PARTS)[number]

/** Who may be said to read such a part, as `visibleSpace` means it: everybody, or members of the network. */
export const PART_READERS = ['public', 'network'] as const
export type PartReaders = (typeof PART_READERS)[number]
