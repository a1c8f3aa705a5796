import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'

/** What to do next when a link is on its way; says nothing about whether the address is known. */
export function MailSent({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation()
  return (
    <div className="narrow stack">
      <PageTitle title={title} lead={text} />
      <Notice>{t('accounts.sent.not_there')}</Notice>
    </div>
  )
}
