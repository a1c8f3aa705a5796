import { z } from 'zod'
import { ROLES, SUSPENSION_MAX } from './people.limits.ts'

export const accountActSchema = z.object({
  act: z.enum(['role', 'suspend', 'restore', 'second_factor'], 'forms.required'),
  role: z.enum(ROLES, 'forms.required').default('account'),
})

export const suspensionSchema = z.object({
  reason: z.string('forms.required').min(1, 'forms.required').max(SUSPENSION_MAX, 'forms.too_long'),
})
