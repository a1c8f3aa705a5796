import type { PageHandle } from '#app/i18n/handle.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('offline.list.title'), robots: 'noindex' }

export function loader() {
  return null
}

/** What the service worker shows without a connection; it puts in which pages it has. */
export default function OfflineList() {
  const { t } = useTranslation()
  return (
    <div className="narrow stack">
      <PageTitle title={t('offline.list.title')} lead={t('offline.list.lead')} />
      <p id="kept-none">{t('offline.list.none')}</p>
      <ul id="kept" className="list" />
      <template id="kept-copy">
        <Notice tone="warning">{t('offline.copy')}</Notice>
      </template>
    </div>
  )
}
