import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from './notice.tsx'

type Props = {
  hiddenAt?: string | null
  /** Why it was hidden; shown to its author and to those who keep order. */
  reason?: string | null
  /** Waits for a facilitator's first look. */
  held?: boolean
}

/** Says over an item that only its author and those who keep order see it now, and why. */
export function ModerationNotice({ hiddenAt, reason, held = false }: Props) {
  const { t } = useTranslation()
  if (hiddenAt) {
    return (
      <Notice tone="warning" title={t('moderation.hidden.title')}>
        <p>{t('moderation.hidden.text')}</p>
        {reason ? (
          <p>
            {t('moderation.reason')} — <bdi>{reason}</bdi>
          </p>
        ) : null}
      </Notice>
    )
  }
  return held ? (
    <Notice title={t('moderation.held.title')}>{t('moderation.held.text')}</Notice>
  ) : null
}
