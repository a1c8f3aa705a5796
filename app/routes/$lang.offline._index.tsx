import type { LoaderFunctionArgs } from '@remix-run/node'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { OfflineSwitch } from '#app/ui/offline/offline-switch.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = {
  title: (t) => t('offline.title'),
  description: (t) => t('offline.lead'),
  script: true,
}

export function loader({ context }: LoaderFunctionArgs) {
  context.needsScript = true
  return null
}

export default function Offline() {
  const { t } = useTranslation()
  return (
    <div className="narrow stack">
      <PageTitle title={t('offline.title')} lead={t('offline.lead')} />
      <ul>
        <li>{t('offline.what')}</li>
        <li>{t('offline.how_many')}</li>
        <li>{t('offline.forms.what')}</li>
        <li>{t('offline.how_long')}</li>
      </ul>
      <OfflineSwitch />
    </div>
  )
}
