import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { checkOnce } from '#app/http/privacy-check.server.ts'
import { requireAdmin } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { localUrl } from '#app/settings.server.ts'
import { AdminTabs } from '#app/ui/admin-tabs.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PrivacyTable } from '#app/ui/privacy-table.tsx'

export const handle: PageHandle = { title: (t) => t('admin.privacy.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  await requireAdmin(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  await requireAdmin(args)
  const checked = await checkOnce(localUrl())
  if (checked === 'running') throw data(null, { status: 429 })
  return checked ?? data({ unanswered: localUrl() }, { status: 409 })
}

export default function Privacy() {
  const checked = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <>
      <PageTitle title={t('admin.title')} lead={t('admin.lead')} />
      <AdminTabs current="privacy" />
      <div className="stack">
        <form method="post" className="form">
          <p>{t('admin.privacy.lead')}</p>
          <div className="actions">
            <Button>{t('admin.privacy.run')}</Button>
          </div>
        </form>
        {checked && 'unanswered' in checked ? (
          <Notice tone="error">
            {t('admin.privacy.unanswered', { address: checked.unanswered })}
          </Notice>
        ) : null}
        {checked && 'rows' in checked ? <PrivacyTable {...checked} /> : null}
      </div>
    </>
  )
}
