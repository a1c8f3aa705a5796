import type { Lang } from '#db/schema.ts'
import { PRACTICE_SECTIONS } from '../practices/practices.limits.ts'

/** The fields that a column may become: those of the form. */
export const IMPORT_FIELDS = [
  'title',
  'summary',
  'collectivity',
  'place',
  'country',
  'principles',
  'challenges',
  ...PRACTICE_SECTIONS,
  'stage',
  'year',
  'started_on',
  'ended_on',
  'cost',
  'contact',
  'duration',
  'deliberation',
  'website_url',
  'publisher',
  'licence',
  'source_url',
  'tags',
  'lang',
  'kind',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** What becomes of a column: a field; `rest`, which is kept at the end of the context; `skip`. */
export const TARGETS = ['rest', 'skip', ...IMPORT_FIELDS] as const
export type Target = (typeof TARGETS)[number]

export function isTarget(value: unknown): value is Target {
  return TARGETS.includes(value as Target)
}

/** By folded words in every language: what a column is called, and what stands in it. */
export type ImportWords = {
  headers: Map<string, Target>
  stage: Map<string, string>
  principles: Map<string, string>
  kind: Map<string, string>
  lang: Map<string, Lang>
  country: Map<string, string>
}

/** An import as its pages need it. */
export type FoundImport = {
  id: string
  name: string
  form: 'table' | 'sheet'
  read_as: string
  columns: string[]
  unread: string[]
  mapping: Target[]
  lang: Lang
  collectivity_code: string | null
  checked_at: string | null
  created_at: string
}

export type Outcome = 'fit' | 'gaps' | 'out'
export type ImportRow = { position: number; cells: string[]; made_at: string | null }

/** One cell of a row beside what it becomes. */
export type Side = {
  /** The name of the column, and what stands in it. */
  name: string
  source: string
  target: Target
  /** Where that is not the same; empty: nothing. */
  becomes: string | null
}

/** A row of the check, for its page. */
export type CheckedRow = {
  position: number
  isMade: boolean
  outcome: Outcome
  title: string
  lang: Lang
  problems: { field: string; error: string; typed?: string; column: string }[]
  sides: Side[]
}

export type RowCounts = Record<Outcome | 'all' | 'made' | 'waiting', number>
