import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { z } from 'zod'
import { differences } from '#app/domain/practices/differences.server.ts'
import { findPractice } from '#app/domain/practices/find.server.ts'
import { listRevisions, restoreRevision } from '#app/domain/practices/history.server.ts'
import { canEditPractice } from '#app/domain/practices/practices.policy.ts'
import { viewPractice } from '#app/domain/practices/view.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireTries } from '#app/http/limit.server.ts'
import { openToEdit } from '#app/http/practice-editing.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import { RevisionDifferences } from '#app/ui/revision-differences.tsx'
import { RevisionList } from '#app/ui/revision-list.tsx'
import { Section } from '#app/ui/section.tsx'
import { db } from '#db/client.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = context
  const { pathname, searchParams } = new URL(request.url)
  const lang = langOfPath(pathname)
  const item = found(await findPractice(db, viewer, params.id ?? ''))
  const { title, lang: titleLang } = await viewPractice(db, item, { viewer, lang })
  const revisions = await listRevisions(db, item)
  const chosen = (name: string) =>
    revisions.find(({ number }) => number === Number(searchParams.get(name)))
  const [from, to] = [chosen('from') ?? revisions[1], chosen('to') ?? revisions[0]]
  const pair = from && to && from !== to ? [from, to].sort((a, b) => a.number - b.number) : null
  return {
    practice: { id: item.id, title, lang: titleLang },
    revisions: revisions.map(({ snapshot: _, ...revision }) => revision),
    compared: pair && {
      from: pair[0]!.number,
      to: pair[1]!.number,
      differences: await differences(db, { viewer, lang }, pair[0]!.snapshot, pair[1]!.snapshot),
    },
    mayRestore: canEditPractice(viewer, item),
  }
}

const schema = z.object({ number: z.coerce.number().int().min(1) })

/** Restores one revision, which makes a new one. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, item } = await openToEdit(args)
  const form = await readForm(args.request, schema)
  if (!form.ok) throw data(null, { status: 400 })
  const revisions = await listRevisions(db, item)
  const revision = found(revisions.find(({ number }) => number === form.input.number))
  await requireTries(args, ['post', viewer.id])
  await db.transaction().execute((trx) => restoreRevision(trx, viewer, item, revision))
  return redirectTo(langPath(args.request, `/practices/${item.id}/history`), {
    flash: 'practice_restored',
  })
}

type Data = Awaited<ReturnType<typeof loader>>

export const handle: PageHandle<Data> = {
  title: (t, { practice }) => `${t('revisions.title')} — ${practice.title}`,
  robots: 'noindex',
}

export default function PracticeHistory() {
  const { practice, revisions, compared, mayRestore } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const number = (value: number) => t('revisions.number', { number: value })
  return (
    <>
      <PageTitle
        breadcrumbs={[{ to: `/practices/${practice.id}`, label: practice.title }]}
        title={t('revisions.title')}
        lead={t('revisions.lead')}
      />
      <div className="stack-large">
        <RevisionList
          id={practice.id}
          revisions={revisions}
          compared={compared}
          mayRestore={mayRestore}
        />
        {compared ? (
          <Section title={t('revisions.compared', { from: compared.from, to: compared.to })}>
            <RevisionDifferences
              differences={compared.differences}
              before={number(compared.from)}
              after={number(compared.to)}
            />
          </Section>
        ) : null}
      </div>
    </>
  )
}
