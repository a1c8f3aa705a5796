import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { readCursor } from '#app/domain/items/page.ts'
import { listSpaceCards, SPACE_LISTS, type SpaceList } from '#app/domain/spaces/lists.server.ts'
import type { FoundSpace } from '#app/domain/spaces/spaces.server.ts'
import { openSpace } from '#app/http/space.server.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { CardList } from '#app/ui/card-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Section } from '#app/ui/section.tsx'
import { db } from '#db/client.server.ts'

const LATEST = 5
const LISTS = Object.keys(SPACE_LISTS) as SpaceList[]

export async function loader(args: LoaderFunctionArgs) {
  const space = await openSpace(args)
  const { pathname, searchParams } = new URL(args.request.url)
  const only = LISTS.find((list) => list === searchParams.get('show'))
  const after = only && readCursor(searchParams.get('after'))
  const parts = await Promise.all(
    (only ? [only] : LISTS).map(async (list) => ({
      list,
      ...(await part(args, space, { list, lang: langOfPath(pathname), whole: !!only, after })),
    })),
  )
  return { slug: space.slug, only, paged: after !== undefined, parts }
}

type Wanted = { list: SpaceList; lang: ReturnType<typeof langOfPath>; whole: boolean }

function part(
  { context }: LoaderFunctionArgs,
  space: FoundSpace,
  { list, lang, whole, after }: Wanted & { after?: ReturnType<typeof readCursor> },
) {
  const size = whole ? undefined : LATEST
  return listSpaceCards(db, context.viewer, lang, { spaceId: space.id, list, after, size })
}

export default function SpaceHome() {
  const { slug, only, paged, parts } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const filled = parts.filter(({ rows }) => rows.length > 0)
  const address = (list: string) => `/spaces/${slug}?show=${list}`

  if (filled.length === 0) {
    return <EmptyState title={t('spaces.home.empty')} text={t('spaces.home.empty_text')} />
  }
  return (
    <div className="stack-large">
      {filled.map(({ list, rows, next }) => (
        <Section
          key={list}
          title={t(`spaces.home.${list}`)}
          more={next && !only ? { to: address(list), label: t('spaces.home.all') } : undefined}
        >
          <CardList cards={rows} />
        </Section>
      ))}
      {only ? (
        <Pager
          newer={paged ? address(only) : null}
          older={parts[0]?.next && `${address(only)}&after=${parts[0].next}`}
        />
      ) : null}
    </div>
  )
}
