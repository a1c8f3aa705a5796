import { type ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { PageTitle } from './page-title.tsx'

/** A link from a mail that was used or has run out, and how to get another. */
export function DeadLink({ text, action }: { text: string; action?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className="narrow stack">
      <PageTitle title={t('accounts.dead_link')} lead={text} actions={action} />
    </div>
  )
}
