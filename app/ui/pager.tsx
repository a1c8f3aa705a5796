import { useTranslation } from '#app/i18n/use-translation.ts'
import { ButtonLink } from './button.tsx'

type Props = { newer?: string | null; older?: string | null; label?: string }

/** The pages before and after, by address; nothing where there is only one. */
export function Pager({ newer, older, label }: Props) {
  const { t } = useTranslation()
  if (!newer && !older) return null
  return (
    <nav className="pager" aria-label={label ?? t('ui.pager.label')}>
      {newer ? (
        <ButtonLink to={newer} rel="prev" variant="secondary">
          {t('ui.pager.newer')}
        </ButtonLink>
      ) : null}
      {older ? (
        <ButtonLink to={older} rel="next" variant="secondary">
          {t('ui.pager.older')}
        </ButtonLink>
      ) : null}
    </nav>
  )
}
