import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { z } from 'zod'
import { listBegun } from '#app/domain/drafts/begun.server.ts'
import { forgetDraft } from '#app/domain/drafts/drafts.server.ts'
import { deleteDraft, listOwnUnpublished } from '#app/domain/practices/standing.server.ts'
import { canWritePractice } from '#app/domain/practices/practices.policy.ts'
import { listOwnHeld } from '#app/domain/threads/threads.server.ts'
import { langOf } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { BegunList } from '#app/ui/begun-list.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { HeldList } from '#app/ui/held-list.tsx'
import { DraftList } from '#app/ui/practice-drafts.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Section } from '#app/ui/section.tsx'
import { db } from '#db/client.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args)
  const lang = langOf(args.request)
  const rows = await listOwnUnpublished(db, viewer)
  return {
    drafts: rows.map(({ author_id, ...row }) => ({ ...row, own: author_id === viewer.id })),
    held: await listOwnHeld(db, viewer, lang),
    begun: await listBegun(db, viewer, lang),
    mayWrite: canWritePractice(viewer),
  }
}

// A practice or tool by its id, or what was typed into a form by the key under which it is kept.
const schema = z
  .object({
    id: z.string().max(20, 'forms.wrong').default(''),
    typed: z.string().max(200, 'forms.wrong').default(''),
  })
  .refine(({ id, typed }) => Boolean(id) !== Boolean(typed), { error: 'forms.wrong', path: ['id'] })

/** Throws a draft of one's own away. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const form = await readForm(args.request, schema)
  if (!form.ok) throw data(null, { status: 400 })
  const { id, typed } = form.input
  const gone = typed
    ? await forgetDraft(db, viewer.id, typed)
    : await db.transaction().execute((trx) => deleteDraft(trx, viewer, id))
  found(gone || null)
  return redirectTo(langPath(args.request, '/drafts'), { flash: 'draft_deleted' })
}

export const handle: PageHandle<unknown> = {
  title: (t) => t('drafts.title'),
  robots: 'noindex',
}

export default function Drafts() {
  const { drafts, held, begun, mayWrite } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const some = drafts.length + held.length + begun.length > 0
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
    <div className="narrow stack-large">
      <PageTitle
        title={t('drafts.title')}
        lead={t('drafts.lead')}
        actions={mayWrite && some ? write : undefined}
      />
      {drafts.length ? (
        <Section title={t('drafts.practices')}>
          <DraftList drafts={drafts} />
        </Section>
      ) : null}
      {held.length ? (
        <Section title={t('drafts.held')}>
          <HeldList threads={held} />
        </Section>
      ) : null}
      {begun.length ? (
        <Section title={t('drafts.begun.title')}>
          <BegunList texts={begun} />
        </Section>
      ) : null}
      {some ? null : (
        <EmptyState
          title={t('drafts.none.title')}
          text={t('drafts.none.text')}
          action={mayWrite ? write : undefined}
        />
      )}
    </div>
  )
}
