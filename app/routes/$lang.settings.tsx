import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLocation } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { requireSignedIn } from '#app/http/viewer.server.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

const PARTS = ['seats', 'email', 'mails', 'password', 'data', 'security', 'sessions']

export async function loader(args: LoaderFunctionArgs) {
  await requireSignedIn(args)
  return null
}

export default function Settings() {
  const { t } = useTranslation()
  const lang = useLang()
  const { pathname } = useLocation()
  const tabs = [
    {
      to: '/settings',
      label: t('settings.tabs.profile'),
      current: pathname === `/${lang}/settings`,
    },
    ...PARTS.map((part) => ({
      to: `/settings/${part}`,
      label: t(`settings.tabs.${part}`),
      current: pathname.startsWith(`/${lang}/settings/${part}`),
    })),
  ]
  return (
    <div className="settings">
      <PageTitle title={t('settings.title')} />
      <Tabs label={t('settings.tabs.label')} items={tabs} />
      <Outlet />
    </div>
  )
}
