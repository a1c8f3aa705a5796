import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { spaceSchema } from '#app/domain/spaces/spaces.schema.server.ts'
import { createSpace } from '#app/domain/spaces/write.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { requireTries } from '#app/http/limit.server.ts'
import { toSpace } from '#app/http/space.server.ts'
import { requireMember } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { SpaceFields, type SpaceValues } from '#app/ui/space-form.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('spaces.new.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args)
  const kept = await takeKeptForm(args.request, viewer.id)
  const first: SpaceValues = { lang: langOfPath(new URL(args.request.url).pathname) }
  return { values: { ...first, ...kept } }
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args)
  const form = await readForm(args.request.clone(), spaceSchema)
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })
  await requireTries(args, ['post', viewer.id])

  const { confirmed: _, ...given } = form.input
  const space = await createSpace(db, viewer, given)
  return toSpace(args.request, space, '', 'space_created')
}

export default function NewSpace() {
  const { values } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()

  return (
    <>
      <PageTitle
        title={t('spaces.new.title')}
        lead={t('spaces.new.lead')}
        breadcrumbs={[{ to: '/spaces', label: t('spaces.title') }]}
      />
      <form method="post" className="form">
        <SpaceFields values={failure?.values ?? values} errors={failure?.errors} />
        <div className="actions">
          <Button>{t('spaces.new.submit')}</Button>
          <ButtonLink to="/spaces" variant="quiet">
            {t('forms.cancel')}
          </ButtonLink>
        </div>
      </form>
    </>
  )
}
