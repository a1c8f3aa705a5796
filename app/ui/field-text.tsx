import { useTranslation } from '#app/i18n/use-translation.ts'
import { Icon } from './icon.tsx'

/** Says of a field that it may be left empty; required ones say so to the browser. */
export function OptionalMark({ optional }: { optional: boolean }) {
  const { t } = useTranslation()
  return optional ? <span className="field-mark"> ({t('ui.form.optional')})</span> : null
}

type HintProps = { id: string; hint?: string; example?: string }

export function FieldHint({ id, hint, example }: HintProps) {
  const { t } = useTranslation()
  if (!hint && !example) return null
  return (
    <p className="field-hint" id={`${id}-hint`}>
      {hint} {example ? t('ui.form.example', { example }) : null}
    </p>
  )
}

type ErrorProps = { id: string; error?: string }

/** `error` is a locale key. */
export function FieldError({ id, error }: ErrorProps) {
  const { t } = useTranslation()
  if (!error) return null
  return (
    <p className="field-error" id={`${id}-error`}>
      <Icon name="error" />
      <span>{t(error)}</span>
    </p>
  )
}
