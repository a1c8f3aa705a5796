import { useLocation } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { AnswerVerb } from '#app/domain/moderation/answers.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from './button.tsx'
import type { IconName } from './icon.tsx'
import { inLanguage } from './link.tsx'
import { ReasonFields } from './reason-fields.tsx'

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
    <form method="post" noValidate action={inLanguage(useLang(), action)}>
      <ReturnTo />
      <Button variant={variant} small icon={icon}>
        {label}
      </Button>
    </form>
  )
}

/** Takes back what was just done. */
export function Undo({ act }: { act: string }) {
  const { t } = useTranslation()
  return (
    <OneClick action={`/moderation/undo/${act}`} label={t('moderation.undo')} variant="secondary" />
  )
}

type WithReasonProps = Act & {
  id: string
  verb: AnswerVerb
  variant?: 'secondary' | 'quiet'
  optional?: boolean
}

/** An act that tells somebody no: it opens, and asks for the reason that they will read. */
export function WithReason({ variant = 'quiet', ...props }: WithReasonProps) {
  const { action, label, icon, id, verb, optional } = props
  return (
    <details className="moderation-reason">
      <summary className={`button button-${variant} button-small`}>{label}</summary>
      <form method="post" noValidate action={inLanguage(useLang(), action)} className="stack card">
        <ReturnTo />
        <ReasonFields verb={verb} id={id} optional={optional} />
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
