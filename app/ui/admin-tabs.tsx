import { useTranslation } from '#app/i18n/use-translation.ts'
import { Tabs } from './tabs.tsx'

/** The parts of the administration. */
export function AdminTabs({ current }: { current: 'people' | 'system' | 'privacy' }) {
  const { t } = useTranslation()
  return (
    <Tabs
      label={t('admin.title')}
      items={[
        { to: '/admin', label: t('admin.people.title'), current: current === 'people' },
        { to: '/admin/system', label: t('admin.system.title'), current: current === 'system' },
        { to: '/admin/privacy', label: t('admin.privacy.title'), current: current === 'privacy' },
        { to: '/moderation/log', label: t('moderation.log.title'), current: false },
        { to: '/collectivities', label: t('admin.network'), current: false },
      ]}
    />
  )
}
