import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { readCursor } from '#app/domain/items/page.ts'
import { listOtherSpaces, listOwnSpaces } from '#app/domain/spaces/lists.server.ts'
import { canCreateSpace } from '#app/domain/spaces/spaces.policy.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Section } from '#app/ui/section.tsx'
import { SpaceCard } from '#app/ui/space-card.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = {
  title: (t) => t('spaces.title'),
  description: (t) => t('spaces.lead'),
}

export async function loader({ request, context: { viewer } }: LoaderFunctionArgs) {
  const after = readCursor(new URL(request.url).searchParams.get('after'))
  const own = after ? [] : await listOwnSpaces(db, viewer)
  const others = await listOtherSpaces(db, viewer, after)
  return { own, others, paged: after !== undefined, mayCreate: canCreateSpace(viewer) }
}

export default function Spaces() {
  const { own, others, paged, mayCreate } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const create = mayCreate ? (
    <ButtonLink to="/spaces/new" icon="plus">
      {t('spaces.new.title')}
    </ButtonLink>
  ) : null

  return (
    <>
      <PageTitle title={t('spaces.title')} lead={t('spaces.lead')} actions={create} />
      <div className="stack-large">
        {own.length ? (
          <Section title={t('spaces.own')}>
            <List spaces={own} />
          </Section>
        ) : null}
        {others.rows.length ? (
          <Section title={own.length ? t('spaces.others') : t('spaces.open')}>
            <List spaces={others.rows} />
          </Section>
        ) : null}
        {own.length + others.rows.length === 0 ? (
          <EmptyState title={t('spaces.empty.title')} text={t('spaces.empty.text')} />
        ) : null}
        <Pager
          newer={paged ? '/spaces' : null}
          older={others.next && `/spaces?after=${others.next}`}
        />
      </div>
    </>
  )
}

function List({ spaces }: { spaces: Parameters<typeof SpaceCard>[0]['space'][] }) {
  return (
    <ul className="list">
      {spaces.map((space) => (
        <li key={space.slug}>
          <SpaceCard space={space} />
        </li>
      ))}
    </ul>
  )
}
