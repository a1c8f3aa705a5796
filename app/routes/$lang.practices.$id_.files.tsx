import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { listFiles, removeFile } from '#app/domain/files/files.server.ts'
import { MAX_FILES_PER_ITEM } from '#app/domain/files/files.limits.ts'
import { viewPractice } from '#app/domain/practices/view.server.ts'
import { takeUpload } from '#app/http/item-files.server.ts'
import { practiceAudience } from '#app/http/practice-audience.server.ts'
import { openToEdit } from '#app/http/practice-editing.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { Audience } from '#app/ui/audience.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PracticeFiles } from '#app/ui/practice-file-manager.tsx'
import { PracticeUpload } from '#app/ui/practice-upload.tsx'
import { db } from '#db/client.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, item } = await openToEdit(args)
  const lang = langOfPath(new URL(args.request.url).pathname)
  const { title } = await viewPractice(db, item, { viewer, lang })
  const files = await listFiles(db, viewer, item.id)
  return {
    practice: { id: item.id, title, state: item.state },
    files,
    full: files.length >= MAX_FILES_PER_ITEM,
    audience: await practiceAudience(viewer, item),
  }
}

/** Adds a file, or removes one. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, item } = await openToEdit(args)
  const answer = await takeUpload(args, viewer, item.id)
  const here = langPath(args.request, `/practices/${item.id}/files`)
  if (answer.done === 'added') return redirectTo(here, { flash: 'file_added' })
  if (answer.done === 'remove') {
    const removed = await db.transaction().execute((trx) => removeFile(trx, item.id, answer.id))
    found(removed || null)
    return redirectTo(here, { flash: 'file_removed' })
  }
  const { status, ...failed } = answer
  return data(failed, { status })
}

type Data = Awaited<ReturnType<typeof loader>>

export const handle: PageHandle<Data> = {
  title: (t, { practice }) => `${t('files.title')} — ${practice.title}`,
  robots: 'noindex',
}

export default function PracticeAttachments() {
  const { practice, files, full, audience } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useTranslation()
  const draft = practice.state === 'draft'
  return (
    <div className="narrow stack-large">
      <PageTitle
        breadcrumbs={[
          { to: `/practices/${practice.id}${draft ? '/edit' : ''}`, label: practice.title },
        ]}
        title={t('files.title')}
        lead={t('files.lead', { max: MAX_FILES_PER_ITEM })}
        meta={<Audience audience={audience} />}
      />
      <ErrorSummary errors={failed?.errors} labels={{ file: t('files.file') }} />
      <PracticeFiles files={files} />
      {full ? <p>{t('files.full')}</p> : <PracticeUpload failed={failed} />}
    </div>
  )
}
