import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'

type Props = { title: string; text: string; children?: ReactNode }

/** What to do next when a link is on its way; says nothing about whether the address is known. */
export function MailSent({ title, text, children }: Props) {
  const { t } = useTranslation()
  return (
    <div className="narrow stack">
      <PageTitle title={title} lead={text} />
      {children}
      <Notice>{t('accounts.sent.not_there')}</Notice>
    </div>
  )
}
