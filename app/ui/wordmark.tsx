import { useTranslation } from '#app/i18n/use-translation.ts'
import { Link } from './link.tsx'

/** The mark: two squares that meet in an eight-pointed star, and a place to stand in the middle. */
export function Mark() {
  return (
    <svg className="wordmark-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M16 2l4.1 4.1h5.8v5.8L30 16l-4.1 4.1v5.8h-5.8L16 30l-4.1-4.1H6.1v-5.8L2 16l4.1-4.1V6.1h5.8zm0 9.4a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2z"
      />
    </svg>
  )
}

export function Wordmark() {
  const { t } = useTranslation()
  return (
    <Link to="/" className="wordmark">
      <Mark />
      <span className="wordmark-name">
        {t('ui.name.first')}
        <span className="wordmark-second">{t('ui.name.second')}</span>
      </span>
    </Link>
  )
}
