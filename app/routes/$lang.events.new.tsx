import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forgetDraft } from '#app/domain/drafts/drafts.server.ts'
import { eventSchema } from '#app/domain/events/events.schema.server.ts'
import { makeEvent } from '#app/domain/events/events.server.ts'
import { tellOf } from '#app/domain/notifications/tellings.server.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import { openComposer, readComposer } from '#app/http/composer.server.ts'
import { langOf, toItem } from '#app/http/conversation.server.ts'
import { requireEventMaker } from '#app/http/event-page.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Composer } from '#app/ui/composer.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { EVENT_FIELDS, EventFields } from '#app/ui/event-fields.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('events.new.title'), robots: 'noindex' }

const DRAFT = 'event'

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireEventMaker(args)
  const given = { lang: [langOf(args.request)] }
  return {
    composer: await openComposer(args.request, { viewer, form: DRAFT }, given),
    audience: await audienceOf(db, undefined),
  }
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireEventMaker(args)
  const form = await readComposer(args, eventSchema, { viewer, form: DRAFT })
  if (!form.ok) return form.answer
  const { title } = form.input
  const id = await db.transaction().execute(async (trx) => {
    const id = await makeEvent(trx, viewer, form.input)
    await tellOf(trx, viewer, id)
    await forgetDraft(trx, viewer.id, DRAFT)
    return id
  })
  return toItem(args.request, { id, kind: 'event', title }, { flash: 'event_made' })
}

export default function NewEvent() {
  const { composer, audience } = useLoaderData<typeof loader>()
  const { values, errors, general, preview, savedAt } = useActionData<typeof action>() ?? composer
  const { t } = useTranslation()
  const labels = Object.fromEntries(EVENT_FIELDS.map((name) => [name, t(`events.fields.${name}`)]))
  return (
    <>
      <PageTitle
        title={t('events.new.title')}
        lead={t('events.new.lead')}
        breadcrumbs={[{ to: '/events', label: t('events.title') }]}
      />
      <form method="post" className="form">
        <ErrorSummary errors={errors} labels={labels} general={general ?? undefined} />
        <EventFields values={values} errors={errors} />
        <Composer
          label={t('events.fields.body')}
          value={values.body?.[0]}
          error={errors.body}
          preview={preview?.body}
          lang={values.lang?.[0] ?? ''}
          audience={audience}
          draft={{ form: DRAFT, savedAt }}
          submit={t('events.new.submit')}
          cancel="/events"
        />
      </form>
    </>
  )
}
