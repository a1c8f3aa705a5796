import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findEntry } from '#app/domain/collections/entries.server.ts'
import {
  editPresentation,
  linkPractice,
  removePresentation,
  unlinkPractice,
} from '#app/domain/events/presentations.server.ts'
import { stateOf } from '#app/domain/events/presentations.ts'
import { limitDeeds, toItem } from '#app/http/conversation.server.ts'
import { openToEditPresentation } from '#app/http/event-page.server.ts'
import { readFormData } from '#app/http/form.server.ts'
import { formAnswer, placeOptions, readPresentation } from '#app/http/presentation-form.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PresentationForm } from '#app/ui/presentation-form.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('events.presentation.edit'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { event, presentation } = await openToEditPresentation(args)
  const { title, lang, place, written } = presentation
  const values: Record<string, string | undefined> = { title, lang, collectivity: place.code }
  return {
    event: { id: event.id, title: event.title },
    written: stateOf(presentation) === 'written' ? written : null,
    values,
    options: await placeOptions(values),
  }
}

type Opened = Awaited<ReturnType<typeof openToEditPresentation>>

/** Changes a presentation, takes it off the list, or says that a practice does not tell of it. */
export async function action(args: ActionFunctionArgs) {
  const opened = await openToEditPresentation(args)
  const { viewer, event, presentation } = opened
  const posted = await readFormData(args.request.clone())
  if (posted.has('remove')) {
    await removePresentation(db, event.id, presentation)
    return toItem(args.request, event, { flash: 'presentation_removed' })
  }
  if (posted.has('unlink')) {
    await unlink(opened, String(posted.get('unlink')))
    return toItem(args.request, event, { flash: 'saved' })
  }
  const form = await readPresentation(args.request.clone(), viewer)
  if (!form.ok) return form.answer
  await limitDeeds(args, viewer)
  const changed = await db.transaction().execute(async (trx) => {
    if (!(await editPresentation(trx, event.id, presentation, form.input))) return false
    if (form.practiceId) await linkPractice(trx, presentation.id, form.practiceId)
    return true
  })
  if (!changed) return formAnswer({ title: 'events.errors.listed' }, form.values)
  return toItem(args.request, event, { flash: 'saved' })
}

export default function EditPresentation() {
  const { event, written, ...given } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  const back = `/events/${event.id}`
  return (
    <div className="narrow stack-large">
      <PageTitle
        title={t('events.presentation.edit')}
        breadcrumbs={[{ to: back, label: event.title }]}
      />
      <PresentationForm
        {...given}
        {...failure}
        failure={failure}
        back={back}
        submit={t('forms.save')}
      />
      <form method="post" className="cluster">
        {written ? (
          <Button name="unlink" value={written.id} variant="secondary">
            {t('events.presentation.unlink', { title: written.title })}
          </Button>
        ) : null}
        <Button name="remove" value="yes" variant="danger">
          {t('events.presentation.remove')}
        </Button>
      </form>
    </div>
  )
}

// What is not there, or not for this viewer, is not linked for them.
async function unlink({ viewer, presentation }: Opened, id: string) {
  const practice = await findEntry(db, viewer, id, ['practice', 'tool'])
  if (practice) await unlinkPractice(db, presentation.id, practice.id)
}
