import { z } from 'zod'
import { CHECKS } from '../items/checks.ts'
import { dayOf, yearOf } from '../imports/values.ts'
import { PART_READERS, SECTION_MAX, SUMMARY_MAX, TITLE_MAX } from '../items/items.limits.ts'
import { LANGS } from '../languages.ts'
import { PRINCIPLES } from '../principles/principles.ts'
import {
  FIRST_YEAR,
  LAST_YEAR,
  LICENCES,
  NOTE_MAX,
  PLACE_MAX,
  PRACTICE_SECTIONS,
  type PracticeSection,
  REQUIRED,
  SHORT_MAX,
  STAGES,
  TAGS_MAX,
  URL_MAX,
} from './practices.limits.ts'

const text = (max: number) => z.string().max(max, 'forms.too_long').default('')
const readers = z.enum(PART_READERS, 'forms.wrong')
const ids = z.array(z.string()).max(50, 'forms.wrong').default([])

const sections = Object.fromEntries(
  PRACTICE_SECTIONS.map((name) => [name, text(SECTION_MAX)]),
) as Record<PracticeSection, ReturnType<typeof text>>

const url = text(URL_MAX).refine(
  (value) => value === '' || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)),
  'practices.errors.url',
)

// As people write them: 15/03/2024, 03/2024, in the digits of their keyboard. Kept as ISO 8601 has them.
const day = z
  .string()
  .transform((text) => dayOf(text))
  .refine((value) => value === '' || isDay(value), 'practices.errors.day')
  .default('')

const year = z
  .string()
  .transform((text) => yearOf(text))
  .refine((value) => value === '' || isYear(value), 'practices.errors.year')
  .default('')

/** A practice as a draft: everything may be missing but the title. */
export const draftSchema = z.object({
  intent: z.enum(['draft', 'find', 'preview', 'publish', 'save']).default('draft'),
  revision: z.coerce.number().int().min(0).catch(0),
  note: text(NOTE_MAX),
  seen: z.string().catch(''),
  checked: z.array(z.enum(CHECKS, 'forms.wrong')).default([]),
  lang: z.enum(LANGS).catch('ar'),
  title: z.string('forms.required').min(1, 'forms.required').max(TITLE_MAX, 'forms.too_long'),
  summary: text(SUMMARY_MAX),
  collectivity: text(20),
  find_collectivity: text(PLACE_MAX),
  place: text(PLACE_MAX),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/, 'practices.errors.country')
    .transform((code) => code.toUpperCase())
    .or(z.literal(''))
    .default(''),
  principles: z.array(z.enum(PRINCIPLES, 'forms.wrong')).default([]),
  challenges: ids,
  find_challenge: text(SHORT_MAX),
  ...sections,
  stage: z.enum(STAGES, 'forms.wrong').or(z.literal('')).default(''),
  year,
  started_on: day,
  ended_on: day,
  cost: text(SHORT_MAX),
  contact: text(SHORT_MAX),
  obstacles_readers: readers.default('network'),
  cost_readers: readers.default('public'),
  contact_readers: readers.default('public'),
  duration: text(SHORT_MAX),
  deliberation: text(SHORT_MAX),
  website_url: url,
  publisher: text(SHORT_MAX),
  licence: z.enum(LICENCES, 'forms.wrong').catch(LICENCES[0]),
  source_url: url,
  tags: z.array(z.string().max(100, 'forms.too_long')).max(TAGS_MAX, 'forms.wrong').default([]),
})

export type PracticeInput = z.infer<typeof draftSchema>

/** A version in another language: the texts alone. */
export const translationSchema = draftSchema
  .pick({ revision: true, note: true, title: true, summary: true })
  .extend({ ...sections, intent: z.enum(['save', 'preview']).catch('save') })

export type TranslationInput = z.infer<typeof translationSchema>

/** The required fields that are still empty, as errors by field; none of them stops a draft. */
export function missing(typed: Partial<Record<string, unknown>>) {
  const isEmpty = (field: string) =>
    ([typed[field]].flat() as unknown[]).filter(Boolean).length === 0
  const errors: Record<string, string> = {}
  for (const field of REQUIRED) {
    if (!isEmpty(field) || (field === 'collectivity' && !isEmpty('place'))) continue
    errors[field] = `practices.missing.${field}`
  }
  return errors
}

/** What publishing asks to be made sure of and was not, as an error; a draft may leave it open. */
export function unchecked(typed: { intent?: unknown; checked?: unknown }): Record<string, string> {
  const checked = [typed.checked].flat()
  const all = CHECKS.every((check) => checked.includes(check))
  return typed.intent === 'publish' && !all ? { checked: 'publishing.missing' } : {}
}

/** What makes no sense together, as errors by field. */
export function contradictions({ started_on, ended_on }: PracticeInput): Record<string, string> {
  const backwards = started_on && ended_on && ended_on < started_on
  return backwards ? { ended_on: 'practices.errors.ends_before' } : {}
}

function isDay(value: string) {
  if (!/^\d{4}(-\d\d(-\d\d)?)?$/.test(value)) return false
  const whole = value.length === 10 ? value : value.length === 7 ? `${value}-01` : `${value}-01-01`
  const date = new Date(`${whole}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole)
}

function isYear(value: string) {
  return /^\d{4}$/.test(value) && Number(value) >= FIRST_YEAR && Number(value) <= LAST_YEAR
}
