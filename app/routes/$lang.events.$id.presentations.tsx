import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addPresentation, linkPractice } from '#app/domain/events/presentations.server.ts'
import { limitDeeds, toItem } from '#app/http/conversation.server.ts'
import { openToEditEvent } from '#app/http/event-page.server.ts'
import { formAnswer, placeOptions, readPresentation } from '#app/http/presentation-form.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PresentationForm } from '#app/ui/presentation-form.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('events.presentation.add'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { lang, event } = await openToEditEvent(args)
  const values: Record<string, string | undefined> = { lang }
  return {
    event: { id: event.id, title: event.title },
    values,
    options: await placeOptions(values),
  }
}

/** Lists a presentation; its collectivity is asked to write it up, unless a practice tells of it. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, event } = await openToEditEvent(args)
  const form = await readPresentation(args.request.clone(), viewer)
  if (!form.ok) return form.answer
  await limitDeeds(args, viewer)
  const id = await db.transaction().execute(async (trx) => {
    const id = await addPresentation(trx, event.id, form.input)
    if (id && form.practiceId) await linkPractice(trx, id, form.practiceId)
    return id
  })
  if (!id) return formAnswer({ form: 'events.errors.full' }, form.values)
  return toItem(args.request, event, { flash: 'presentation_added' })
}

export default function AddPresentation() {
  const { event, ...given } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  const back = `/events/${event.id}`
  return (
    <div className="narrow stack-large">
      <PageTitle
        title={t('events.presentation.add')}
        lead={t('events.presentation.lead')}
        breadcrumbs={[{ to: back, label: event.title }]}
      />
      <PresentationForm
        {...given}
        {...failure}
        failure={failure}
        back={back}
        submit={t('events.presentation.submit')}
      />
    </div>
  )
}
