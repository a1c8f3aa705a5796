import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { announceChange } from '#app/domain/notifications/tellings.server.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { canConclude } from '#app/domain/challenges/challenges.policy.ts'
import { outcomeSchema } from '#app/domain/challenges/challenges.schema.server.ts'
import { writeOutcome } from '#app/domain/challenges/challenges.server.ts'
import { forgetDraft } from '#app/domain/drafts/drafts.server.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { record } from '#app/domain/moderation/audit.server.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import { openComposer, readComposer } from '#app/http/composer.server.ts'
import { openChallengeAt, toItem } from '#app/http/conversation.server.ts'
import { allowed } from '#app/http/respond.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Composer } from '#app/ui/composer.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('challenges.outcome.write'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, challenge, around, form } = await openOwn(args)
  const given = { outcome: challenge.outcome_source ? [challenge.outcome_source] : [] }
  const composer = await openComposer(args.request, { viewer, form }, given)
  const { id, title, kind } = challenge
  return {
    composer,
    form,
    title,
    path: itemPath({ id, kind, title }),
    audience: await audienceOf(db, around),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, challenge, form: draft } = await openOwn(args)
  const options = { viewer, form: draft, markdown: ['outcome'], lang: challenge.lang }
  const form = await readComposer(args, outcomeSchema, options)
  if (!form.ok) return form.answer

  await db.transaction().execute(async (trx) => {
    await writeOutcome(trx, viewer, challenge, form.input.outcome)
    await announceChange(trx, viewer, challenge.id)
    const { id, space_id } = challenge
    const subject = { kind: 'challenge', id }
    await record(trx, viewer, { verb: 'challenge_answered', subject, space_id })
    await forgetDraft(trx, viewer.id, draft)
  })
  return toItem(args.request, challenge, { flash: 'outcome_written', end: '#outcome' })
}

export default function Outcome() {
  const { composer, form, title, path, audience } = useLoaderData<typeof loader>()
  const { values, errors, general, preview, savedAt } = useActionData<typeof action>() ?? composer
  const { t } = useTranslation()
  const label = t('challenges.outcome.label')
  return (
    <>
      <PageTitle
        title={t('challenges.outcome.write')}
        lead={t('challenges.outcome.lead')}
        breadcrumbs={[{ to: path, label: title }]}
      />
      <form method="post" noValidate className="form" encType="multipart/form-data">
        <ErrorSummary errors={errors} labels={{ outcome: label }} general={general ?? undefined} />
        <Composer
          name="outcome"
          label={label}
          value={values.outcome?.[0]}
          error={errors.outcome}
          attachmentError={errors.attachment}
          preview={preview?.outcome}
          audience={audience}
          draft={{ form, savedAt }}
          submit={t('challenges.outcome.submit')}
          cancel={path}
        />
      </form>
    </>
  )
}

async function openOwn(args: LoaderFunctionArgs) {
  const viewer = await requireWriter(args)
  const opened = await openChallengeAt(args)
  allowed(canConclude(viewer, opened.challenge, opened.around))
  return { viewer, ...opened, form: `outcome:${opened.challenge.id}:${opened.challenge.lang}` }
}
