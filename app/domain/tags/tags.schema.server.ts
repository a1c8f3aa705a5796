import { z } from 'zod'
import { foldName } from '../reference/territories.server.ts'
import { LABEL_MAX, OTHERS_MAX, SLUG_MAX } from './tags.limits.ts'

const optional = z
  .string()
  .max(LABEL_MAX, 'forms.too_long')
  .refine(fits, 'forms.too_long')
  .default('')
const label = z
  .string('forms.required')
  .min(1, 'forms.required')
  .max(LABEL_MAX, 'forms.too_long')
  .refine(fits, 'forms.too_long')

const others = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  )
  .refine((lines) => lines.length <= OTHERS_MAX, 'tags.errors.too_many')
  .refine(
    (lines) => lines.every((line) => line.length <= LABEL_MAX && fits(line)),
    'forms.too_long',
  )

export const tagSchema = z.object({
  label_ar: label,
  label_fr: label,
  label_en: label,
  label_zgh: optional,
  others_ar: others,
  others_fr: others,
  others_en: others,
  others_zgh: others,
  slug: z.string().max(SLUG_MAX, 'forms.too_long').default(''),
  parent: z.string().max(20, 'forms.wrong').default(''),
})

// Some signs stand for many letters: ﷺ is eighteen when it is folded.
function fits(label: string) {
  return foldName(label).length <= LABEL_MAX
}

export type TagInput = z.infer<typeof tagSchema>

export const mergeSchema = z.object({
  into: z.string('forms.required').min(1, 'forms.required').max(SLUG_MAX, 'forms.wrong'),
  /** The tag whose consequences were shown and agreed to. */
  confirmed: z.string().max(SLUG_MAX, 'forms.wrong').default(''),
})
