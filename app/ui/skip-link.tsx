import { useTranslation } from '#app/i18n/use-translation.ts'

/** First thing in the body; `main` must carry `id="main"` and `tabIndex={-1}`. */
export function SkipLink() {
  const { t } = useTranslation()
  return (
    <a className="skip-link" href="#main">
      {t('ui.skip')}
    </a>
  )
}
