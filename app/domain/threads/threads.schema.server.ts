import { z } from 'zod'
import { SECTION_MAX, TITLE_MAX } from '../items/items.limits.ts'
import { LANGS } from '../languages.ts'
import { FORMS } from './forms.ts'

export const titleField = z
  .string('forms.required')
  .min(1, 'forms.required')
  .max(TITLE_MAX, 'forms.too_long')
export const bodyField = z
  .string('forms.required')
  .min(1, 'forms.required')
  .max(SECTION_MAX, 'forms.too_long')
export const noteField = z.string().max(300, 'forms.too_long').default('')
const voice = { lang: z.enum(LANGS), seat: z.string().optional() }

export const threadSchema = z.object({
  title: titleField,
  body: bodyField,
  form: z.enum(FORMS, 'forms.choose'),
  ...voice,
})

export const threadEditSchema = z.object({ title: titleField, body: bodyField, note: noteField })

export const replySchema = z.object({ body: bodyField, ...voice })

export const replyEditSchema = z.object({ body: bodyField, note: noteField })
