import { z } from 'zod'
import { TITLE_MAX } from '../items/items.limits.ts'
import { LANGS } from '../languages.ts'

export const documentSchema = z.object({
  title: z.string('forms.required').min(1, 'forms.required').max(TITLE_MAX, 'forms.too_long'),
  lang: z.enum(LANGS, 'forms.required'),
})
