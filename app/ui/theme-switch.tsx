import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from './button.tsx'

const THEMES = ['system', 'light', 'dark'] as const

export type Theme = (typeof THEMES)[number]

type Props = { action: string; current: Theme; returnTo?: string }

/** Posts `theme`; the answer sets `data-theme` on the root, nothing of it for the system's choice. */
export function ThemeSwitch({ action, current, returnTo }: Props) {
  const { t } = useTranslation()
  return (
    <form className="theme-switch" method="post" noValidate action={action}>
      <span id="theme-label">{t('ui.theme.label')}</span>
      {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
      <span className="cluster" role="group" aria-labelledby="theme-label">
        {THEMES.map((theme) => (
          <Button
            key={theme}
            name="theme"
            value={theme}
            variant="secondary"
            small
            aria-pressed={theme === current}
          >
            {t(`ui.theme.${theme}`)}
          </Button>
        ))}
      </span>
    </form>
  )
}
