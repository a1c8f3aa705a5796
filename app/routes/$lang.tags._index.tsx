import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { listTagTree } from '#app/domain/tags/tree.server.ts'
import type { TagNode } from '#app/domain/tags/tree.ts'
import { isFacilitator } from '#app/domain/users/viewer.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Chips, TagLink } from '#app/ui/chip.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = {
  title: (t) => t('tags.title'),
  description: (t) => t('tags.lead'),
}

export async function loader({ request, context: { viewer } }: LoaderFunctionArgs) {
  const lang = langOfPath(new URL(request.url).pathname)
  return { tags: await listTagTree(db, viewer, lang), mayEdit: isFacilitator(viewer) }
}

export default function Tags() {
  const { tags, mayEdit } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <>
      <PageTitle
        title={t('tags.title')}
        lead={t('tags.lead')}
        actions={mayEdit ? <ButtonLink to="/tags/new">{t('tags.new')}</ButtonLink> : undefined}
      />
      {tags.length === 0 ? <EmptyState title={t('tags.none')} /> : null}
      <div className="grid">
        {tags.map((tag) => (
          <Branch key={tag.id} tag={tag} />
        ))}
      </div>
    </>
  )
}

function Branch({ tag }: { tag: TagNode }) {
  return (
    <section className="stack card">
      <h2 className="tag-heading">
        <Link to={`/tags/${tag.slug}`} lang={tag.lang}>
          {tag.label}
        </Link>{' '}
        <small>{tag.count || null}</small>
      </h2>
      <Chips label={tag.label}>
        {tag.children.flatMap(withChildren).map(({ slug, label, lang, count }) => (
          <TagLink key={slug} slug={slug} label={label} lang={lang} count={count || undefined} />
        ))}
      </Chips>
    </section>
  )
}

function withChildren(tag: TagNode): TagNode[] {
  return [tag, ...tag.children.flatMap(withChildren)]
}
