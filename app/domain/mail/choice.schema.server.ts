import { z } from 'zod'
import { MAIL_CHOICES } from './choice.ts'

export const mailChoiceSchema = z.object({ choice: z.enum(MAIL_CHOICES, 'forms.choose') })
