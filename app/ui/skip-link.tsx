import { useTranslation } from 'react-i18next'

/** First thing in the body; `main` must carry `id="main"` and `tabIndex={-1}`. */
export function SkipLink() {
  const { t } = useTranslation()
  return (
    <a className="skip-link" href="#main">
      {t('ui.skip')}
    </a>
  )
}
