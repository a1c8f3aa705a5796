import { z } from 'zod'
import { LANGS } from '../languages.ts'
import { NOTICE } from '../personal-data/notice.ts'
import { isCommonPassword } from './common-passwords.ts'
import {
  ABOUT_MAX,
  EMAIL_MAX,
  HANDLE_MAX,
  HANDLE_MIN,
  NAME_MAX,
  PASSKEY_NAME_MAX,
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

// Length is the one rule (NIST SP 800-63B §3.1.1.2), and what everybody tries first is refused.
export const newPassword = z
  .string('forms.required')
  .min(PASSWORD_MIN, 'accounts.errors.password_short')
  .max(PASSWORD_MAX, 'forms.too_long')
  .refine((password) => !isCommonPassword(password), 'accounts.errors.password_common')

// A password that is only compared: whatever was typed, within reason.
const password = z.string('forms.required').min(1, 'forms.required').max(1000, 'forms.too_long')

// The version that was shown: one that has changed meanwhile is shown again.
const notice = z.literal(NOTICE, 'accounts.errors.notice')

export const signUpSchema = z.object({ name, email, password: newPassword, notice })

export const noticeSchema = z.object({ notice })

export const signInSchema = z.object({
  email: z.string('forms.required').min(1, 'forms.required').max(EMAIL_MAX).toLowerCase(),
  password,
})

export const forgotSchema = z.object({ email })

export const resetSchema = z.object({ password: newPassword })

const answer = z.string('accounts.errors.passkey').min(1, 'accounts.errors.passkey').max(20_000)

/** What a device answered with a passkey, as JSON. */
export const passkeySchema = z.object({ answer })

export const newPasskeySchema = z.object({
  answer,
  name: z.string('forms.required').min(1, 'forms.required').max(PASSKEY_NAME_MAX, 'forms.too_long'),
})

/** What proves again that it is the person who signed in: a passkey's answer, or the password. */
export const proofSchema = z
  .object({ answer: answer.optional(), current_password: z.string().max(1000).default('') })
  .refine((proof) => proof.answer || proof.current_password, {
    path: ['current_password'],
    message: 'forms.required',
  })

/** A code of the app, or a recovery code. */
export const codeSchema = z.object({
  code: z.string('forms.required').min(1, 'forms.required').max(40, 'accounts.errors.code'),
})

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
