import type { SectionName } from '../items/items.limits.ts'

export const STAGES = ['idea', 'pilot', 'running', 'evaluated', 'stopped'] as const
export type Stage = (typeof STAGES)[number]

/** The licences one may choose; the first is given unless another is. */
export const LICENCES = ['CC BY 4.0', 'CC BY-SA 4.0', 'CC0 1.0'] as const

/** The countries that the form offers. */
export const COUNTRIES = ['MA', 'BE', 'BF', 'BJ', 'CA', 'CI', 'ES', 'FR', 'ML', 'MR', 'SN', 'TN'] as const // prettier-ignore

/** The sections of a practice or a tool, in the order in which they are read. */
export const PRACTICE_SECTIONS = [
  'context',
  'steps',
  'results',
  'lessons',
  'obstacles',
  'participants',
  'partners',
  'resources',
  'transfer',
  'legal',
] as const satisfies readonly SectionName[]
export type PracticeSection = (typeof PRACTICE_SECTIONS)[number]

/** What must be there to publish; a draft needs its title alone. */
export const REQUIRED = [
  'title',
  'summary',
  'collectivity',
  'principles',
  'challenges',
  'steps',
  'stage',
  'lessons',
] as const

/** Which optional fields stand together under one disclosure. */
export const FIELD_GROUPS = {
  story: ['context', 'results', 'obstacles', 'transfer'],
  people: ['participants', 'partners', 'contact'],
  means: ['year', 'started_on', 'ended_on', 'cost', 'duration', 'resources'],
  rules: ['legal', 'deliberation'],
  tool: ['website_url', 'publisher'],
  filing: ['tags', 'licence', 'lang', 'source_url'],
} as const

/** How many collectivities, and how many challenges, the form offers to choose from at once. */
export const PLACES_OFFERED = 12
export const CHALLENGES_OFFERED = 30

export const SHORT_MAX = 200
export const URL_MAX = 1000
export const PLACE_MAX = 120
export const NOTE_MAX = 300
export const TAGS_MAX = 8
export const FIRST_YEAR = 1956
export const LAST_YEAR = 2100
