import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forgetDraft } from '#app/domain/drafts/drafts.server.ts'
import { eventEditSchema } from '#app/domain/events/events.schema.server.ts'
import { editEvent } from '#app/domain/events/events.server.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import { openComposer, readComposer } from '#app/http/composer.server.ts'
import { toItem } from '#app/http/conversation.server.ts'
import { openToEditEvent } from '#app/http/event-page.server.ts'
import { tellOfChange } from '#app/http/tell.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { EditForm } from '#app/ui/edit-form.tsx'
import { EventFields } from '#app/ui/event-fields.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('events.edit'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, event, form } = await open(args)
  const { title, source, place, starts_on, ends_on, source_url } = event
  const given = { title, body: source, place, starts_on, ends_on, source_url }
  const values = Object.entries(given).map(([name, value]) => [name, [value ?? '']])
  const composer = await openComposer(
    args.request,
    { viewer, form },
    Object.fromEntries(values) as Record<string, string[]>,
  )
  return { composer, form, id: event.id, audience: await audienceOf(db, undefined) }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, event, form: draft } = await open(args)
  const form = await readComposer(args, eventEditSchema, { viewer, form: draft, lang: event.lang })
  if (!form.ok) return form.answer
  const { title, body } = form.input
  await db.transaction().execute(async (trx) => {
    await editEvent(trx, viewer, event, form.input)
    const { id, kind, source } = event
    await tellOfChange(trx, viewer, { id, kind, thread_id: null, title, source: body }, source)
    await forgetDraft(trx, viewer.id, draft)
  })
  return toItem(args.request, { ...event, title }, { flash: 'saved' })
}

export default function EditEvent() {
  const { composer, form, id, audience } = useLoaderData<typeof loader>()
  const composing = useActionData<typeof action>() ?? composer
  const { t } = useTranslation()
  return (
    <EditForm
      title={t('events.edit')}
      label={t('events.fields.body')}
      composing={composing}
      dated
      fields={{ title: t('events.fields.title') }}
      form={form}
      audience={audience}
      cancel={`/events/${id}`}
    >
      <EventFields values={composing.values} errors={composing.errors} />
    </EditForm>
  )
}

async function open(args: LoaderFunctionArgs) {
  const opened = await openToEditEvent(args)
  return { ...opened, form: `edit:${opened.event.id}:${opened.event.lang}` }
}
