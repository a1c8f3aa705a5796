import { z } from 'zod'
import { LANGS } from '../languages.ts'
import {
  DELIBERATION_MAX,
  FIRST_DAY,
  STEP_SHORT_MAX,
  STEP_TEXT_MAX,
  STEP_URL_MAX,
} from './adoptions.limits.ts'
import { STATUSES } from './adoptions.ts'

const text = (max: number) => z.string().max(max, 'forms.too_long').default('')

// What is done tomorrow is planned today; the day is a little longer for those east of Greenwich.
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

const day = z.iso.date('adoptions.errors.day').refine((value) => value >= FIRST_DAY, {
  message: 'adoptions.errors.day',
})

/** One step of an adoption; all but how far it has come and when may be left out. */
export const stepSchema = z.object({
  seat: z.string().default(''),
  status: z.enum(STATUSES, 'forms.choose'),
  happened_on: day.refine((value) => value <= tomorrow(), 'adoptions.errors.future'),
  from: z.string().default(''),
  lang: z.enum(LANGS).catch('ar'),
  body: text(STEP_TEXT_MAX),
  results: text(STEP_TEXT_MAX),
  lessons: text(STEP_TEXT_MAX),
  cost: text(STEP_SHORT_MAX),
  duration: text(STEP_SHORT_MAX),
  evidence_url: text(STEP_URL_MAX).refine(
    (value) => value === '' || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)),
    'adoptions.errors.url',
  ),
  deliberation: text(DELIBERATION_MAX),
  deliberated_on: z.literal('').or(day).default(''),
})

export type StepInput = z.infer<typeof stepSchema>
