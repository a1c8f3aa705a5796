import type { Lang } from '#db/schema.ts'
import { LANGS } from '../languages.ts'
import { PRACTICE_SECTIONS } from './practices.limits.ts'

/** The fields of a practice that are written in each language anew, in reading order. */
export const TEXT_FIELDS = ['title', 'summary', ...PRACTICE_SECTIONS] as const
export type TextField = (typeof TEXT_FIELDS)[number]
export type FieldTexts = Record<TextField, string>

/** How a version in another language than the original's came about, as its reader may know it. */
export type Translation = {
  translator: { id: string; name: string; handle: string } | null
  translated_at: string | null
  reviewer: string | null
  reviewed_at: string | null
  /** The fields of the original that have changed since. */
  changed: TextField[]
}

/** No machine: nothing here translates by itself. */
export type TranslationState = 'human' | 'reviewed' | 'outdated'

/** The same as a page shows it. */
export type TranslationCredit = Omit<Translation, 'translator' | 'changed'> & {
  translator: { name: string; handle: string } | null
  state: TranslationState
}

/** Where a version stands; what the original has changed since counts more than who looked it through. */
export function translationState({
  changed,
  reviewed_at,
}: Pick<Translation, 'changed' | 'reviewed_at'>): TranslationState {
  if (changed.length > 0) return 'outdated'
  return reviewed_at === null ? 'human' : 'reviewed'
}

/** The languages that a practice is not written in. */
export function missingLangs(versions: { lang: Lang }[]) {
  return LANGS.filter((lang) => !versions.some((version) => version.lang === lang))
}

type Kept = {
  texts: { lang: string; title: string | null; summary: string | null }[]
  sections: { lang: string; name: string; source: string }[]
}

/** The texts of one language out of a revision or of what stands now; what there is none of is empty. */
export function textsIn({ texts, sections }: Kept, lang: Lang): FieldTexts {
  const head = texts.find((text) => text.lang === lang)
  const own = sections.filter((section) => section.lang === lang)
  const long = PRACTICE_SECTIONS.map((name) => {
    return [name, own.find((section) => section.name === name)?.source ?? '']
  })
  return { title: head?.title ?? '', summary: head?.summary ?? '', ...Object.fromEntries(long) }
}

/** The fields in which two texts differ. */
export function changedFields(before: FieldTexts, after: FieldTexts) {
  return TEXT_FIELDS.filter((field) => before[field] !== after[field])
}

/** The texts of a form as an item is written. */
export function writtenTexts({ title, summary, ...rest }: FieldTexts) {
  const sections = Object.fromEntries(PRACTICE_SECTIONS.map((name) => [name, rest[name]]))
  return { title, summary, sections }
}
