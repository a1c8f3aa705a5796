import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { listTags } from '#app/domain/tags/tags.server.ts'
import { tagSchema } from '#app/domain/tags/tags.schema.server.ts'
import { addTag } from '#app/domain/tags/write.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireFacilitator } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import { TagForm } from '#app/ui/tag-form.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('tags.new'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireFacilitator(args)
  const lang = langOfPath(new URL(args.request.url).pathname)
  const kept = await takeKeptForm(args.request, viewer.id)
  return { parents: await listTags(db, lang), kept: kept ?? {} }
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireFacilitator(args)
  const form = await readForm(args.request, tagSchema)
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })

  const added = await addTag(db, viewer, form.input)
  if (added.errors) return data({ errors: added.errors, values: form.input }, { status: 422 })
  return redirectTo(encodeURI(langPath(args.request, `/tags/${added.slug}`)), {
    flash: 'tag_added',
  })
}

export default function NewTag() {
  const { parents, kept } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <>
      <PageTitle title={t('tags.new')} breadcrumbs={[{ to: '/tags', label: t('tags.title') }]} />
      <TagForm
        parents={parents}
        values={{ ...kept, ...failure?.values }}
        errors={failure?.errors}
        back="/tags"
      />
    </>
  )
}
