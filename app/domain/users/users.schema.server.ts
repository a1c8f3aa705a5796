import { z } from 'zod'
import { LANGS } from '../languages.ts'
import {
  ABOUT_MAX,
  EMAIL_MAX,
  HANDLE_MAX,
  HANDLE_MIN,
  NAME_MAX,
  PASSWORD_MAX,
  PASSWORD_MIN,
} from './users.limits.ts'

const name = z.string('forms.required').min(1, 'forms.required').max(NAME_MAX, 'forms.too_long')

export const email = z
  .string('forms.required')
  .min(1, 'forms.required')
  .max(EMAIL_MAX, 'forms.too_long')
  .toLowerCase()
  .pipe(z.email('accounts.errors.email'))

export const newPassword = z
  .string('forms.required')
  .min(PASSWORD_MIN, 'accounts.errors.password_short')
  .max(PASSWORD_MAX, 'forms.too_long')

// A password that is only compared: whatever was typed, within reason.
const password = z.string('forms.required').min(1, 'forms.required').max(1000, 'forms.too_long')

export const signUpSchema = z.object({ name, email, password: newPassword })

export const signInSchema = z.object({
  email: z.string('forms.required').min(1, 'forms.required').max(EMAIL_MAX).toLowerCase(),
  password,
})

export const forgotSchema = z.object({ email })

export const resetSchema = z.object({ password: newPassword })

export const changePasswordSchema = z.object({ current_password: password, password: newPassword })

export const changeEmailSchema = z.object({ email, current_password: password })

export const profileSchema = z.object({
  name,
  handle: z
    .string('forms.required')
    .toLowerCase()
    .min(HANDLE_MIN, 'accounts.errors.handle')
    .max(HANDLE_MAX, 'accounts.errors.handle')
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'accounts.errors.handle'),
  about: z.string().max(ABOUT_MAX, 'forms.too_long').default(''),
  lang: z.enum(LANGS, 'forms.wrong'),
})
