import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { z } from 'zod'
import { deleteDraft, listOwnUnpublished } from '#app/domain/practices/standing.server.ts'
import { canWritePractice } from '#app/domain/practices/practices.policy.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DraftList } from '#app/ui/practice-drafts.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { db } from '#db/client.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args)
  const rows = await listOwnUnpublished(db, viewer)
  return {
    drafts: rows.map(({ author_id, ...row }) => ({ ...row, own: author_id === viewer.id })),
    mayWrite: canWritePractice(viewer),
  }
}

const schema = z.object({ id: z.string().max(20, 'forms.wrong') })

/** Throws a draft of one's own away. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const form = await readForm(args.request, schema)
  if (!form.ok) throw data(null, { status: 400 })
  const { id } = form.input
  found((await db.transaction().execute((trx) => deleteDraft(trx, viewer, id))) || null)
  return redirectTo(langPath(args.request, '/drafts'), { flash: 'draft_deleted' })
}

export const handle: PageHandle<unknown> = {
  title: (t) => t('drafts.title'),
  robots: 'noindex',
}

export default function Drafts() {
  const { drafts, mayWrite } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const write = (
    <div className="cluster">
      <ButtonLink to="/practices/new" icon="plus">
        {t('practices.write.practice')}
      </ButtonLink>
      <ButtonLink to="/practices/import" variant="secondary">
        {t('practices.import.link')}
      </ButtonLink>
    </div>
  )
  return (
    <div className="narrow">
      <PageTitle
        title={t('drafts.title')}
        lead={t('drafts.lead')}
        actions={mayWrite && drafts.length ? write : undefined}
      />
      {drafts.length ? (
        <DraftList drafts={drafts} />
      ) : (
        <EmptyState
          title={t('drafts.none.title')}
          text={t('drafts.none.text')}
          action={mayWrite ? write : undefined}
        />
      )}
    </div>
  )
}
