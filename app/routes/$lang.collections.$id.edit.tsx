import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { collectionEditSchema } from '#app/domain/collections/collections.schema.server.ts'
import { editCollection } from '#app/domain/collections/collections.server.ts'
import { forgetDraft } from '#app/domain/drafts/drafts.server.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import { openToArrange } from '#app/http/collection-page.server.ts'
import { openComposer, readComposer } from '#app/http/composer.server.ts'
import { toItem } from '#app/http/conversation.server.ts'
import { tellOfChange } from '#app/http/tell.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { CollectionTitle } from '#app/ui/collection-title.tsx'
import { EditForm } from '#app/ui/edit-form.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('collections.edit'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, collection, form } = await open(args)
  const given = { title: [collection.title], body: [collection.source] }
  const composer = await openComposer(args.request, { viewer, form }, given)
  return { composer, form, id: collection.id, audience: await audienceOf(db, undefined) }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, collection, form: draft } = await open(args)
  const form = await readComposer(args, collectionEditSchema, {
    viewer,
    form: draft,
    lang: collection.lang,
  })
  if (!form.ok) return form.answer
  const { title, body } = form.input
  await db.transaction().execute(async (trx) => {
    await editCollection(trx, viewer, collection, form.input)
    const { id, kind, source } = collection
    await tellOfChange(trx, viewer, { id, kind, thread_id: null, title, source: body }, source)
    await forgetDraft(trx, viewer.id, draft)
  })
  return toItem(args.request, { ...collection, title }, { flash: 'saved' })
}

export default function EditCollection() {
  const { composer, form, id, audience } = useLoaderData<typeof loader>()
  const composing = useActionData<typeof action>() ?? composer
  const { t } = useTranslation()
  return (
    <EditForm
      title={t('collections.edit')}
      label={t('collections.fields.body')}
      composing={composing}
      fields={{ title: t('collections.fields.title') }}
      form={form}
      audience={audience}
      cancel={`/collections/${id}`}
    >
      <CollectionTitle values={composing.values} errors={composing.errors} />
    </EditForm>
  )
}

async function open(args: LoaderFunctionArgs) {
  const opened = await openToArrange(args)
  return { ...opened, form: `edit:${opened.collection.id}:${opened.collection.lang}` }
}
