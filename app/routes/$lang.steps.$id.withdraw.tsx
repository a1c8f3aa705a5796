import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { canWithdrawStep } from '#app/domain/adoptions/adoptions.policy.ts'
import { findStep } from '#app/domain/adoptions/adoptions.server.ts'
import { withdrawStep } from '#app/domain/adoptions/steps.server.ts'
import { findPractice } from '#app/domain/practices/find.server.ts'
import { langOf, toItem } from '#app/http/conversation.server.ts'
import { allowed, found } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { AdoptionStatus } from '#app/ui/adoption-summary.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Time } from '#app/ui/time.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = {
  title: (t) => t('adoptions.withdraw.title'),
  robots: 'noindex',
}

export async function loader(args: LoaderFunctionArgs) {
  const { step } = await openOwn(args)
  const { practice_id, status, happened_on, html, lang } = step
  return { practice_id, status, happened_on, html, lang }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, step } = await openOwn(args)
  await db.transaction().execute((trx) => withdrawStep(trx, viewer, step))
  const back = { id: step.id, kind: 'step', title: '', thread_id: step.practice_id } as const
  return toItem(args.request, back, { flash: 'step_withdrawn' })
}

export default function Withdraw() {
  const { practice_id, status, happened_on, html, lang } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="narrow stack-large">
      <PageTitle title={t('adoptions.withdraw.title')} lead={t('adoptions.withdraw.lead')} />
      <p className="cluster">
        <AdoptionStatus status={status} />
        <Time value={happened_on} />
      </p>
      {html ? <Prose html={html} lang={lang} /> : null}
      <form method="post" className="cluster">
        <Button variant="danger">{t('adoptions.withdraw.submit')}</Button>
        <ButtonLink to={`/practices/${practice_id}/adoptions`} variant="quiet">
          {t('forms.cancel')}
        </ButtonLink>
      </form>
    </div>
  )
}

async function openOwn(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args)
  const step = found(await findStep(db, viewer, langOf(args.request), args.params.id ?? ''))
  const practice = found(await findPractice(db, viewer, step.practice_id))
  allowed(canWithdrawStep(viewer, step, practice))
  return { viewer, step }
}
