import type { Card } from '#app/domain/items/cards.ts'
import type { SuggestedTag } from './tag-suggestions.tsx'
import type { Lang } from '#db/schema.ts'

export type PracticeValues = Record<string, string | string[] | undefined>

/** What every part of the form is given: what stands in it and what is wrong with it. */
export type FormState = {
  kind: 'practice' | 'tool'
  values: PracticeValues
  errors: Record<string, string>
  /** While it is new: what its title is like, when that is to be looked at before publishing. */
  similar?: Card[]
  /** It stands where everybody reads it, so that who reads a part of it may be chosen. */
  inPublic?: boolean
  /** A field whose part is open from the beginning: one came here for it. */
  open?: string | null
}

type Place = { code: string; name_ar: string; name_fr: string }

/** What there is to choose from; one more than is offered where a search found more. */
export type FormOptions = {
  places: Place[]
  found: (Place & { kind: string; province_ar: string | null; province_fr: string | null })[]
  challenges: { id: string; title: string; lang: Lang; found: boolean }[]
  tags: string[]
  suggested: SuggestedTag[]
}

export function one(values: PracticeValues, name: string) {
  const value = values[name]
  return Array.isArray(value) ? (value.at(-1) ?? '') : (value ?? '')
}

export function many(values: PracticeValues, name: string) {
  const value = values[name]
  return value === undefined ? [] : [value].flat().filter(Boolean)
}
