import { z } from 'zod'
import { REASON_MAX } from '../items/items.limits.ts'
import { REPORT_NOTE_MAX, REPORT_REASONS } from './moderation.limits.ts'

const to = z.string().max(1000, 'forms.wrong').default('')

/** An act that tells somebody no: they will read why. */
export const reasonSchema = z.object({
  to,
  reason: z.string('forms.required').min(1, 'forms.required').max(REASON_MAX, 'forms.too_long'),
})

/** Any other act; `to` is where to go on afterwards. */
export const actSchema = z.object({ to, reason: z.string().max(0).default('') })

export const reportSchema = z.object({
  reason: z.enum(REPORT_REASONS, 'forms.required'),
  note: z.string().max(REPORT_NOTE_MAX, 'forms.too_long').default(''),
})
