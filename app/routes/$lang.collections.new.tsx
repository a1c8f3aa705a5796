import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { canMakeCollection } from '#app/domain/collections/collections.policy.ts'
import { collectionSchema } from '#app/domain/collections/collections.schema.server.ts'
import { makeCollection } from '#app/domain/collections/collections.server.ts'
import { forgetDraft } from '#app/domain/drafts/drafts.server.ts'
import { tellOf } from '#app/domain/notifications/tellings.server.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import { openComposer, readComposer } from '#app/http/composer.server.ts'
import { langOf } from '#app/http/conversation.server.ts'
import { allowed, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { CollectionTitle } from '#app/ui/collection-title.tsx'
import { Composer } from '#app/ui/composer.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('collections.new.title'), robots: 'noindex' }

const DRAFT = 'collection'

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await openToMaker(args)
  const given = { lang: [langOf(args.request)] }
  return {
    composer: await openComposer(args.request, { viewer, form: DRAFT }, given),
    audience: await audienceOf(db, undefined),
  }
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await openToMaker(args)
  const form = await readComposer(args, collectionSchema, { viewer, form: DRAFT })
  if (!form.ok) return form.answer
  const id = await db.transaction().execute(async (trx) => {
    const id = await makeCollection(trx, viewer, form.input)
    await tellOf(trx, viewer, id)
    await forgetDraft(trx, viewer.id, DRAFT)
    return id
  })
  const entries = langPath(args.request, `/collections/${id}/entries`)
  return redirectTo(entries, { flash: 'collection_made' })
}

export default function NewCollection() {
  const { composer, audience } = useLoaderData<typeof loader>()
  const { values, errors, general, preview, savedAt } = useActionData<typeof action>() ?? composer
  const { t } = useTranslation()
  const labels = { title: t('collections.fields.title'), body: t('collections.fields.body') }
  return (
    <>
      <PageTitle
        title={t('collections.new.title')}
        lead={t('collections.new.lead')}
        breadcrumbs={[{ to: '/collections', label: t('collections.title') }]}
      />
      <form method="post" noValidate className="form" encType="multipart/form-data">
        <ErrorSummary errors={errors} labels={labels} general={general ?? undefined} />
        <CollectionTitle values={values} errors={errors} />
        <Composer
          label={t('collections.fields.body')}
          value={values.body?.[0]}
          error={errors.body}
          attachmentError={errors.attachment}
          preview={preview?.body}
          lang={values.lang?.[0] ?? ''}
          audience={audience}
          draft={{ form: DRAFT, savedAt }}
          submit={t('collections.new.submit')}
          cancel="/collections"
        />
      </form>
    </>
  )
}

async function openToMaker(args: LoaderFunctionArgs) {
  const viewer = await requireWriter(args)
  allowed(canMakeCollection(viewer))
  return viewer
}
