import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { declinePresentation } from '#app/domain/events/answers.server.ts'
import { DECLINE_REASON_MAX } from '#app/domain/events/events.limits.ts'
import { declineSchema } from '#app/domain/events/events.schema.server.ts'
import { stateOf } from '#app/domain/events/presentations.ts'
import { toItem } from '#app/http/conversation.server.ts'
import { openToAnswer } from '#app/http/event-page.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { countTries, errorAnswer, waitAnswer } from '#app/http/limit.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormProblem } from '#app/ui/form-problem.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('events.decline.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { event, presentation } = await openToAnswer(args)
  const { title, lang, reason } = presentation
  return { event: { id: event.id, title: event.title }, presentation: { title, lang, reason } }
}

/** Says that a presentation will not be written up; what is written already stays so. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, lang, event, presentation } = await openToAnswer(args)
  const form = await readForm(args.request, declineSchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  const { reason } = form.input
  const { id, declined_at } = presentation
  const said = declined_at !== null && (presentation.reason ?? '') === reason
  if (said || stateOf(presentation) === 'written') return toItem(args.request, event)
  const wait = await countTries(args.context, ['post', viewer.id])
  if (wait) return waitAnswer(wait, form.input)
  await db
    .transaction()
    .execute((trx) => declinePresentation(trx, viewer, event, { id, reason, lang }))
  return toItem(args.request, event, { flash: 'presentation_declined' })
}

export default function Decline() {
  const { event, presentation } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  const back = `/events/${event.id}`
  const label = t('events.decline.reason')
  return (
    <div className="narrow stack-large">
      <PageTitle
        title={t('events.decline.title')}
        lead={t('events.decline.lead')}
        breadcrumbs={[{ to: back, label: event.title }]}
      />
      <p lang={presentation.lang} dir="auto">
        <strong>{presentation.title}</strong>
      </p>
      <form method="post" noValidate className="form">
        <FormProblem failure={failure} labels={{ reason: label }} />
        <Field
          multiline
          name="reason"
          rows={3}
          label={label}
          hint={t('events.decline.reason_hint')}
          maxLength={DECLINE_REASON_MAX}
          defaultValue={failure?.values.reason ?? presentation.reason ?? undefined}
          error={failure?.errors.reason}
        />
        <div className="actions">
          <Button>{t('events.decline.submit')}</Button>
          <ButtonLink to={back} variant="quiet">
            {t('forms.cancel')}
          </ButtonLink>
        </div>
      </form>
    </div>
  )
}
