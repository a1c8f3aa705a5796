import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deleteConcept, findConcept } from '#app/domain/search/concepts.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireFacilitator } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { name }) => t('thesaurus.delete.title', { name }),
  robots: 'noindex',
}

export async function loader(args: LoaderFunctionArgs) {
  const { concept } = await openConcept(args)
  return { name: concept.name, slug: concept.slug }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, concept } = await openConcept(args)
  await deleteConcept(db, viewer, concept)
  return redirectTo(langPath(args.request, '/moderation/thesaurus'), { flash: 'concept_deleted' })
}

export default function DeleteConcept() {
  const { name, slug } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="stack narrow">
      <PageTitle
        title={t('thesaurus.delete.title', { name })}
        breadcrumbs={[
          { to: '/moderation', label: t('moderation.title') },
          { to: '/moderation/thesaurus', label: t('thesaurus.title') },
          { to: `/moderation/thesaurus/${slug}`, label: name },
        ]}
      />
      <form method="post" className="form">
        <Notice tone="warning" title={t('thesaurus.delete.sure')}>
          {t('thesaurus.delete.effect')}
        </Notice>
        <div className="actions">
          <Button variant="danger">{t('thesaurus.delete.submit')}</Button>
          <ButtonLink to={`/moderation/thesaurus/${slug}`} variant="quiet">
            {t('forms.cancel')}
          </ButtonLink>
        </div>
      </form>
    </div>
  )
}

async function openConcept(args: LoaderFunctionArgs) {
  const viewer = await requireFacilitator(args)
  const lang = langOfPath(new URL(args.request.url).pathname)
  return { viewer, concept: found(await findConcept(db, args.params.slug ?? '', lang)) }
}
