import { z } from 'zod'
import { SLUG_MAX } from '../labels/labels.limits.ts'
import { labelsSchema } from '../labels/labels.schema.server.ts'

export const tagSchema = labelsSchema.extend({
  slug: z.string().max(SLUG_MAX, 'forms.too_long').default(''),
  parent: z.string().max(20, 'forms.wrong').default(''),
})

export type TagInput = z.infer<typeof tagSchema>

export const mergeSchema = z.object({
  into: z.string('forms.required').min(1, 'forms.required').max(SLUG_MAX, 'forms.wrong'),
  /** The tag whose consequences were shown and agreed to. */
  confirmed: z.string().max(SLUG_MAX, 'forms.wrong').default(''),
})
