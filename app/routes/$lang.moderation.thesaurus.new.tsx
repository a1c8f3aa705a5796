import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { labelsSchema } from '#app/domain/labels/labels.schema.server.ts'
import { addConcept } from '#app/domain/search/concepts.server.ts'
import { readAddedName } from '#app/http/added-name.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireFacilitator } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { ConceptForm } from '#app/ui/concept-form.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('thesaurus.new'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireFacilitator(args)
  const added = readAddedName(args.request)
  const given = added ? { [`label_${added.lang}`]: added.add } : {}
  return { values: (await takeKeptForm(args.request, viewer.id)) ?? given, fromMiss: !!added }
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireFacilitator(args)
  const form = await readForm(args.request, labelsSchema)
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })

  const added = await addConcept(db, viewer, form.input)
  if (added.errors) return data({ errors: added.errors, values: form.input }, { status: 422 })
  return redirectTo(langPath(args.request, '/moderation/thesaurus'), { flash: 'concept_added' })
}

export default function NewConcept() {
  const { values, fromMiss } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <ConceptForm
      title={t('thesaurus.new')}
      values={{ ...values, ...failure?.values }}
      errors={failure?.errors}
      fromMiss={fromMiss}
    />
  )
}
