import { z } from 'zod'
import { REASON_MAX } from '../items/items.limits.ts'
import { ANSWERS, type AnswerVerb } from './answers.ts'
import { ADDED_MAX, REPORT_NOTE_MAX, REPORT_REASONS } from './moderation.limits.ts'

const to = z.string().max(1000, 'forms.wrong').default('')

/** What says no to somebody: a ready answer, words of one's own, or both. They will read why. */
export function reasonSchema(verb: AnswerVerb, { needed = true } = {}) {
  const answers: readonly string[] = ANSWERS[verb]
  return z
    .object({
      to,
      answer: z
        .string()
        .refine((answer) => answer === '' || answers.includes(answer), 'forms.wrong')
        .default(''),
      reason: z.string().max(REASON_MAX, 'forms.too_long').default(''),
    })
    .refine(({ answer, reason }) => !needed || answer !== '' || reason !== '', {
      path: ['reason'],
      message: 'forms.required',
    })
    .refine(({ answer, reason }) => answer === '' || reason.length <= ADDED_MAX, {
      path: ['reason'],
      message: 'forms.too_long',
    })
}

/** Any other act; `to` is where to go on afterwards. */
export const actSchema = z.object({
  to,
  answer: z.literal('').default(''),
  reason: z.literal('').default(''),
})

export const reportSchema = z.object({
  reason: z.enum(REPORT_REASONS, 'forms.choose'),
  note: z.string().max(REPORT_NOTE_MAX, 'forms.too_long').default(''),
})
