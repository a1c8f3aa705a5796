import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { countMails } from '#app/domain/mail/counts.server.ts'
import { requireAdmin } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { settings } from '#app/settings.server.ts'
import { AdminTabs } from '#app/ui/admin-tabs.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { formatNumber, sizeInWords } from '#app/ui/numbers.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Time } from '#app/ui/time.tsx'
import { lastBackupAt } from '#db/backups.server.ts'
import { db } from '#db/client.server.ts'
import { databaseSize } from '#db/size.server.ts'
import program from '../../package.json'

export const handle: PageHandle = { title: (t) => t('admin.system.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  await requireAdmin(args)
  return {
    version: program.version,
    node: process.versions.node,
    size: databaseSize(),
    backup: lastBackupAt(settings().DATA_DIR),
    mails: await countMails(db),
    sendsMail: settings().SMTP_URL !== undefined,
  }
}

export default function System() {
  const { version, node, size, backup, mails, sendsMail } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const lang = useLang()
  const { amount, unit } = sizeInWords(size)
  return (
    <>
      <PageTitle title={t('admin.title')} lead={t('admin.lead')} />
      <AdminTabs current="system" />
      <div className="stack narrow">
        {sendsMail ? null : <Notice tone="warning">{t('admin.system.no_smtp')}</Notice>}
        {backup ? null : <Notice tone="warning">{t('admin.system.no_backup')}</Notice>}
        <Facts
          title={t('admin.system.title')}
          items={[
            { term: t('admin.system.version'), value: <bdi>{version}</bdi> },
            { term: t('admin.system.node'), value: <bdi>{node}</bdi> },
            {
              term: t('admin.system.size'),
              value: t(`ui.sizes.${unit}`, { amount: formatNumber(amount, lang) }),
            },
            {
              term: t('admin.system.backup'),
              value: backup ? <Time value={backup} form="minute" /> : t('admin.system.never'),
            },
            { term: t('admin.system.mails_waiting'), value: mails.waiting },
            { term: t('admin.system.mails_failed'), value: mails.failed },
          ]}
        />
      </div>
    </>
  )
}
