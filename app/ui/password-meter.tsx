import { type RefObject, useEffect, useState } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { PASSWORD_MIN } from '#app/domain/users/users.limits.ts'

const STEPS = ['very_weak', 'weak', 'middling', 'good', 'strong'] as const

/**
 * How long a password would withstand guessing, as it is typed: only an addition for those who have
 * a script. The estimate is made here in the browser, by code that is loaded at the first letter.
 */
export function PasswordMeter({ form }: { form: RefObject<HTMLFormElement | null> }) {
  const { t } = useTranslation()
  const [score, setScore] = useState<number>()
  useEffect(() => watch(form.current?.elements.namedItem('password'), setScore), [form])
  return (
    <div className="password-meter" aria-live="polite">
      {score === undefined ? null : (
        <>
          <meter min={0} max={4} low={2} high={3} optimum={4} value={score} aria-hidden="true" />
          <span>{t(`accounts.strength.${STEPS[score]}`)}</span>
        </>
      )}
    </div>
  )
}

function watch(field: unknown, tell: (score: number | undefined) => void) {
  if (!(field instanceof HTMLInputElement)) return
  const estimate = async () => {
    const { value } = field
    const scoreOf = value ? await loadEstimate() : undefined
    // Whoever types on while the code is loading is told about what stands there now.
    if (field.value === value) tell(scoreOf?.(value))
  }
  const typed = () => void estimate()
  field.addEventListener('input', typed)
  return () => field.removeEventListener('input', typed)
}

async function loadEstimate() {
  const [{ ZxcvbnFactory }, { COMMON, isCommonPassword }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('#app/domain/users/common-passwords.ts'),
  ])
  const zxcvbn = new ZxcvbnFactory({ dictionary: { common: [...COMMON] } })
  return (password: string) => {
    // What the server would refuse is never shown as good.
    if (password.length < PASSWORD_MIN || isCommonPassword(password)) return 0
    return zxcvbn.check(password).score
  }
}
