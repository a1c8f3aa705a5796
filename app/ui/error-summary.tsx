import { useActionData } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { controlId } from './control.ts'
import { Icon } from './icon.tsx'

type Props = {
  /** By field name, locale keys; names that are no field of the form go in `general`. */
  errors?: Record<string, string | undefined>
  labels?: Record<string, string>
  /** A locale key: what is wrong with the whole. */
  general?: string
}

/** Everything that stopped the form, with the way to each field. Takes the focus when it appears. */
export function ErrorSummary({ errors = {}, labels = {}, general }: Props) {
  const { t } = useTranslation()
  const listed = Object.entries(errors).filter((entry): entry is [string, string] => !!entry[1])
  if (listed.length === 0 && !general) return null

  return (
    <Alert>
      <h2>
        <Icon name="error" />
        {t('ui.form.problem')}
      </h2>
      {general ? <p>{t(general)}</p> : null}
      {listed.length ? (
        <ul className="error-list">
          {listed.map(([name, error]) => (
            <li key={name}>
              <a href={`#${controlId(name)}`}>
                {labels[name] ? `${labels[name]} — ${t(error)}` : t(error)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </Alert>
  )
}

// The browser puts the focus where a served page says so; React does it for controls only.
function Alert({ children }: { children: ReactNode }) {
  const here = useRef<HTMLDivElement>(null)
  const answer = useActionData()
  useEffect(() => {
    const alert = here.current!
    // On a slow line one may be at the field again before the script arrives.
    if (alert.hasAttribute('autofocus')) alert.removeAttribute('autofocus')
    else alert.focus()
  }, [answer])
  return (
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus ref={here}>
      {children}
    </div>
  )
}
