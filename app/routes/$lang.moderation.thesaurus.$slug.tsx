import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { labelsSchema } from '#app/domain/labels/labels.schema.server.ts'
import { editConcept, findConcept } from '#app/domain/search/concepts.server.ts'
import { readAddedName, withAddedName } from '#app/http/added-name.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireFacilitator } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { ConceptForm } from '#app/ui/concept-form.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { name }) => t('thesaurus.edit_title', { name }),
  robots: 'noindex',
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, concept } = await openConcept(args)
  const added = readAddedName(args.request)
  const kept = await takeKeptForm(args.request, viewer.id)
  return {
    name: concept.name,
    slug: concept.slug,
    values: kept ?? withAddedName(concept.fields, added),
    fromMiss: !!added,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, concept } = await openConcept(args)
  const form = await readForm(args.request, labelsSchema)
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })

  const edited = await editConcept(db, viewer, concept, form.input)
  if (edited.errors) return data({ errors: edited.errors, values: form.input }, { status: 422 })
  return redirectTo(langPath(args.request, '/moderation/thesaurus'), { flash: 'saved' })
}

export default function EditConcept() {
  const { name, slug, values, fromMiss } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <ConceptForm
      title={t('thesaurus.edit_title', { name })}
      values={{ ...values, ...failure?.values }}
      errors={failure?.errors}
      slug={slug}
      fromMiss={fromMiss}
    />
  )
}

async function openConcept(args: LoaderFunctionArgs) {
  const viewer = await requireFacilitator(args)
  const lang = langOfPath(new URL(args.request.url).pathname)
  return { viewer, concept: found(await findConcept(db, args.params.slug ?? '', lang)) }
}
