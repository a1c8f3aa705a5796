import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from './button.tsx'
import { useHasScript } from './has-script.ts'
import { Notice } from './notice.tsx'

type Props = {
  /** Where the questions for the device come from. */
  options: string
  /** To make a new passkey, not to use one. */
  makes?: boolean
  label: string
  children?: ReactNode
}

/** A form that a passkey answers. The device is asked by a script, the answer is sent as any form. */
export function PasskeyForm({ options, makes = false, label, children }: Props) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const [failed, setFailed] = useState(false)
  const hasScript = useHasScript()

  async function ask() {
    if (!form.current?.reportValidity()) return
    try {
      const answer = await answerOf(options, makes)
      form.current.querySelector<HTMLInputElement>('[name=answer]')!.value = answer
      form.current.submit()
    } catch {
      // Cancelled, none there, or not possible on this device: the person knows which.
      setFailed(true)
    }
  }

  return (
    <form
      method="post"
      noValidate
      className="form"
      ref={form}
      onSubmit={(event) => event.preventDefault()}
    >
      {hasScript ? null : <Notice>{t('accounts.passkey.script')}</Notice>}
      {failed ? <Notice tone="error">{t('accounts.errors.passkey')}</Notice> : null}
      <input type="hidden" name="answer" />
      {children}
      <div className="actions">
        <Button type="button" disabled={!hasScript} onClick={() => void ask()}>
          {label}
        </Button>
      </div>
    </form>
  )
}

async function answerOf(options: string, makes: boolean) {
  const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser')
  const answer = await fetch(options, { method: 'POST' })
  const optionsJSON = await answer.json()
  const start = makes ? startRegistration : startAuthentication
  return JSON.stringify(await start({ optionsJSON }))
}
