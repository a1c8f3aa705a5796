import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { followsTopic } from '#app/domain/follows/topics.server.ts'
import { readCursor } from '#app/domain/items/page.ts'
import { listActive } from '#app/domain/tags/active.server.ts'
import { listTagged } from '#app/domain/tags/items.server.ts'
import { findTag } from '#app/domain/tags/tags.server.ts'
import { findRelatives } from '#app/domain/tags/tree.server.ts'
import { isFacilitator } from '#app/domain/users/viewer.ts'
import { canonical, found } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { CardList } from '#app/ui/card-list.tsx'
import { Chips, TagLink } from '#app/ui/chip.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Follow } from '#app/ui/marks.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { TagActive } from '#app/ui/tag-active.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (_, { tag }) => tag.label,
  description: (t, { tag }) => t('tags.about', { tag: tag.label }),
}

export async function loader({ request, params, context: { viewer } }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = langOfPath(pathname)
  const tag = found(await findTag(db, params.slug ?? '', lang))
  canonical(request, params.slug, `/tags/${tag.slug}`)
  const before = readCursor(searchParams.get('before'))
  return {
    tag,
    ...(await findRelatives(db, tag.id, lang)),
    page: await listTagged(db, viewer, lang, { tagId: tag.id, before }),
    isFirst: before === undefined,
    // With the first page: the pages after it only go on with the list.
    active: before === undefined ? await listActive(db, viewer, tag.id) : null,
    mayEdit: isFacilitator(viewer),
    followed: await followsTopic(db, viewer, { tag_id: tag.id }),
  }
}

export default function Tag() {
  const { tag, parent, children, page, isFirst, active, mayEdit, followed } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const path = `/tags/${tag.slug}`
  const up = parent ? [{ to: `/tags/${parent.slug}`, label: parent.label }] : []
  return (
    <>
      <PageTitle
        title={tag.label}
        lang={tag.lang}
        breadcrumbs={[{ to: '/tags', label: t('tags.title') }, ...up]}
        actions={
          <>
            {followed === null ? null : <Follow path={`${path}/follow`} on={followed} />}
            {mayEdit ? <Editing path={path} /> : null}
          </>
        }
      />
      <Chips label={t('tags.narrower')}>
        {children.map(({ slug, label, lang }) => (
          <TagLink key={slug} slug={slug} label={label} lang={lang} />
        ))}
      </Chips>
      {page.rows.length ? (
        <div className={active ? 'with-aside' : undefined}>
          <CardList cards={page.rows} level="h2" />
          {active ? <TagActive active={active} slug={tag.slug} /> : null}
        </div>
      ) : (
        <EmptyState title={t('tags.empty.title')} text={t('tags.empty.text')} />
      )}
      <Pager
        newer={isFirst ? null : path}
        older={page.next ? `${path}?before=${encodeURIComponent(page.next)}` : null}
      />
    </>
  )
}

function Editing({ path }: { path: string }) {
  const { t } = useTranslation()
  return (
    <>
      <ButtonLink to={`${path}/edit`} variant="secondary" small icon="edit">
        {t('tags.edit')}
      </ButtonLink>
      <ButtonLink to={`${path}/merge`} variant="secondary" small>
        {t('tags.merge.title')}
      </ButtonLink>
    </>
  )
}
