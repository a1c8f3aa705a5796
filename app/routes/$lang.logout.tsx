import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { closeSession } from '#app/http/sign-in.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Button } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = { title: (t) => t('accounts.logout.title'), robots: 'noindex' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!context.viewer) throw redirectTo(langPath(request, ''))
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const cookies = await closeSession({ context })
  const answer = redirectTo(langPath(request, ''), { cookies, flash: 'signed_out' })
  // What the browser keeps of them goes too, where no script has done it already.
  answer.headers.set('Clear-Site-Data', '"storage"')
  return answer
}

export default function Logout() {
  const { t } = useTranslation()
  return (
    <div className="narrow stack">
      <PageTitle title={t('accounts.logout.title')} lead={t('accounts.logout.lead')} />
      <form method="post">
        <Button>{t('ui.sign_out')}</Button>
      </form>
    </div>
  )
}
