import { z } from 'zod'
import { CHECKS } from '../items/checks.ts'
import { TITLE_MAX } from '../items/items.limits.ts'
import { LANGS } from '../languages.ts'

export const documentSchema = z.object({
  title: z.string('forms.required').min(1, 'forms.required').max(TITLE_MAX, 'forms.too_long'),
  lang: z.enum(LANGS, 'forms.choose'),
  checked: z
    .array(z.enum(CHECKS, 'forms.wrong'))
    .refine((checked) => CHECKS.every((check) => checked.includes(check)), 'publishing.missing'),
})
