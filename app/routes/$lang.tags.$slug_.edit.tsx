import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { findTag, listTags } from '#app/domain/tags/tags.server.ts'
import { tagSchema } from '#app/domain/tags/tags.schema.server.ts'
import { findRelatives, listBranch } from '#app/domain/tags/tree.server.ts'
import { editTag, readLabels } from '#app/domain/tags/write.server.ts'
import { readAddedName, withAddedName } from '#app/http/added-name.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireFacilitator } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import { TagForm } from '#app/ui/tag-form.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { tag }) => t('tags.edit_title', { tag: tag.label }),
  robots: 'noindex',
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, tag, lang } = await openTag(args)
  const branch = await listBranch(db, tag.id)
  const { parent } = await findRelatives(db, tag.id, lang)
  const labels = withAddedName(await readLabels(db, tag.id), readAddedName(args.request))
  return {
    tag,
    parents: (await listTags(db, lang)).filter(({ id }) => !branch.has(id)),
    values: { ...labels, slug: tag.slug, parent: parent?.id ?? '' },
    kept: (await takeKeptForm(args.request, viewer.id)) ?? {},
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, tag } = await openTag(args)
  const form = await readForm(args.request, tagSchema)
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })

  const edited = await editTag(db, viewer, tag, form.input)
  if (edited.errors) return data({ errors: edited.errors, values: form.input }, { status: 422 })
  return redirectTo(encodeURI(langPath(args.request, `/tags/${edited.slug}`)), { flash: 'saved' })
}

export default function EditTag() {
  const { tag, parents, values, kept } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <>
      <PageTitle
        title={t('tags.edit_title', { tag: tag.label })}
        breadcrumbs={[
          { to: '/tags', label: t('tags.title') },
          { to: `/tags/${tag.slug}`, label: tag.label },
        ]}
      />
      <TagForm
        parents={parents}
        values={{ ...values, ...kept, ...failure?.values }}
        errors={failure?.errors}
        back={`/tags/${tag.slug}`}
      />
    </>
  )
}

async function openTag(args: LoaderFunctionArgs) {
  const viewer = await requireFacilitator(args)
  const lang = langOfPath(new URL(args.request.url).pathname)
  return { viewer, lang, tag: found(await findTag(db, args.params.slug ?? '', lang)) }
}
