import { z } from 'zod'
import { CHECKS } from '../items/checks.ts'
import { LANGS } from '../languages.ts'
import { NAME_MAX } from '../users/users.limits.ts'
import { email, noticeSchema } from '../users/users.schema.server.ts'
import { ATTESTATION_NOTE_MAX, FUNCTION_MAX } from './attestations.limits.ts'

const text = (max: number) =>
  z.string('forms.required').min(1, 'forms.required').max(max, 'forms.too_long')

/** Where the link goes, and that the facilitator has made sure of what may be published. */
export const askSchema = z.object({
  email,
  lang: z.enum(LANGS, 'forms.choose'),
  checked: z
    .array(z.enum(CHECKS, 'forms.wrong'))
    .default([])
    .refine((checked) => CHECKS.every((one) => checked.includes(one)), 'publishing.missing'),
})

/** "This is right", said by somebody. */
export const rightSchema = z.object({
  name: text(NAME_MAX),
  function: text(FUNCTION_MAX),
  notice: noticeSchema.shape.notice,
})

/** "This must change", and what. */
export const changeSchema = z.object({ note: text(ATTESTATION_NOTE_MAX) })
