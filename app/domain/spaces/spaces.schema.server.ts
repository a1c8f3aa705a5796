import { z } from 'zod'
import { LANGS } from '../languages.ts'
import {
  JOININGS,
  REQUEST_NOTE_MAX,
  SPACE_NAME_MAX,
  SPACE_PURPOSE_MAX,
  SPACE_ROLES,
  VISIBILITIES,
} from './spaces.limits.ts'

const fields = z.object({
  name: z.string('forms.required').min(1, 'forms.required').max(SPACE_NAME_MAX, 'forms.too_long'),
  purpose: z.string().max(SPACE_PURPOSE_MAX, 'forms.too_long').default(''),
  lang: z.enum(LANGS, 'forms.choose'),
  visibility: z.enum(VISIBILITIES, 'forms.choose'),
  joining: z.enum(JOININGS, 'forms.choose'),
  /** The change of visibility, `from-to`, that was shown with its consequences and agreed to. */
  confirmed: z.string().optional(),
})

// Nobody can ask for what does not exist for them: the schema of the database says the same.
export const spaceSchema = fields.refine(
  ({ visibility, joining }) => visibility !== 'private' || joining === 'invitation',
  { path: ['joining'], message: 'spaces.errors.private_joining' },
)

export const requestSchema = z.object({
  note: z.string().max(REQUEST_NOTE_MAX, 'forms.too_long').default(''),
})

export const invitationSchema = z.object({
  email: z
    .string('forms.required')
    .min(1, 'forms.required')
    .max(254, 'forms.too_long')
    .toLowerCase()
    .pipe(z.email('spaces.errors.email')),
  role: z.enum(['member', 'moderator'], 'forms.choose').default('member'),
})

export const roleSchema = z.object({ role: z.enum(SPACE_ROLES) })

export const tokenSchema = z.object({ token: z.string().min(1).max(100) })
