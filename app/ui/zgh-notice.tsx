import { useTranslation } from '#app/i18n/use-translation.ts'
import { LANG_NAMES } from '#app/i18n/locales.ts'
import { Icon } from './icon.tsx'

/** On every page in Amazigh: most of the interface's words have no attested form yet. */
export function ZghNotice() {
  const { t } = useTranslation()
  return (
    <aside className="zgh-notice" aria-label={LANG_NAMES.zgh}>
      <p className="wrap">
        <Icon name="info" />
        <span>
          <span lang="zgh">{LANG_NAMES.zgh}</span> : {t('amazigh.notice')}
        </span>
      </p>
    </aside>
  )
}
