import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { REASON_MAX } from '#app/domain/items/items.limits.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import type { IconName } from './icon.tsx'
import { inLanguage } from './link.tsx'

type Act = {
  /** A path without language. */
  action: string
  label: string
  icon?: IconName
}

type OneClickProps = Act & { variant?: 'primary' | 'secondary' | 'quiet' }

/** An act that needs no more than a click; afterwards one is back on this page. */
export function OneClick({ action, label, icon, variant = 'quiet' }: OneClickProps) {
  return (
    <form method="post" action={inLanguage(useLang(), action)}>
      <ReturnTo />
      <Button variant={variant} small icon={icon}>
        {label}
      </Button>
    </form>
  )
}

type WithReasonProps = Act & { id: string; variant?: 'secondary' | 'quiet' }

/** An act that tells somebody no: it opens, and asks for the reason that they will read. */
export function WithReason({ action, label, icon, id, variant = 'quiet' }: WithReasonProps) {
  const { t } = useTranslation()
  return (
    <details className="moderation-reason">
      <summary className={`button button-${variant} button-small`}>{label}</summary>
      <form method="post" action={inLanguage(useLang(), action)} className="stack card">
        <ReturnTo />
        <Field
          id={id}
          name="reason"
          label={t('moderation.reason')}
          hint={t('moderation.reason_hint')}
          maxLength={REASON_MAX}
          required
        />
        <div>
          <Button variant="danger" small icon={icon}>
            {label}
          </Button>
        </div>
      </form>
    </details>
  )
}

function ReturnTo() {
  const { pathname, search } = useLocation()
  return <input type="hidden" name="to" value={pathname + search} />
}
