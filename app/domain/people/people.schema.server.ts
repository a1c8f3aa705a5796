import { z } from 'zod'
import { ROLES } from './people.limits.ts'

export const accountActSchema = z.object({
  act: z.enum(['role', 'suspend', 'restore', 'second_factor'], 'forms.choose'),
  role: z.enum(ROLES, 'forms.choose').default('account'),
})
