import { useTranslation } from '#app/i18n/use-translation.ts'
import { PASSWORD_MAX, PASSWORD_MIN } from '#app/domain/users/users.limits.ts'
import { Field } from './field.tsx'

/** Where a password is chosen; password managers offer one here, and pasting is as good as typing. */
export function NewPasswordField({ label, error }: { label: string; error?: string }) {
  const { t } = useTranslation()
  const rule = t('accounts.hints.password', { count: PASSWORD_MIN })
  return (
    <Field
      name="password"
      type="password"
      label={label}
      hint={`${rule} ${t('accounts.hints.password_common')}`}
      autoComplete="new-password"
      minLength={PASSWORD_MIN}
      maxLength={PASSWORD_MAX}
      required
      error={error}
    />
  )
}
