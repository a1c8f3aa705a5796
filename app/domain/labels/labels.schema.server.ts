import { z } from 'zod'
import { foldName } from '../reference/territories.server.ts'
import { LABEL_MAX, OTHERS_MAX } from './labels.limits.ts'

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
  .refine((lines) => lines.length <= OTHERS_MAX, 'labels.errors.too_many')
  .refine(
    (lines) => lines.every((line) => line.length <= LABEL_MAX && fits(line)),
    'forms.too_long',
  )

/** The names of a tag or a concept: one a language, and its other spellings and synonyms. */
export const labelsSchema = z.object({
  label_ar: label,
  label_fr: label,
  label_en: label,
  label_zgh: optional,
  others_ar: others,
  others_fr: others,
  others_en: others,
  others_zgh: others,
})

export type LabelsInput = z.infer<typeof labelsSchema>

// Some signs stand for many letters: ﷺ is eighteen when it is folded.
function fits(label: string) {
  return foldName(label).length <= LABEL_MAX
}
