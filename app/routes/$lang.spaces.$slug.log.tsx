import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { readCursor } from '#app/domain/items/page.ts'
import { listSpaceLog } from '#app/domain/spaces/log.server.ts'
import { isInSpace } from '#app/domain/spaces/spaces.policy.ts'
import { openSpaceAs } from '#app/http/space.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Link } from '#app/ui/link.tsx'
import { Undo } from '#app/ui/moderation-forms.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Time } from '#app/ui/time.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('spaces.tabs.log'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  // The log is for all the space's people, so that nobody enters or acts unseen.
  const { viewer, space } = await openSpaceAs(args, isInSpace)
  const after = readCursor(new URL(args.request.url).searchParams.get('after'))
  const { rows, next } = await listSpaceLog(db, viewer, space.id, after)
  return { slug: space.slug, rows, next, paged: after !== undefined }
}

export default function SpaceLog() {
  const { slug, rows, next, paged } = useLoaderData<typeof loader>()
  const { t } = useTranslation()

  return (
    <div className="stack-large">
      <div className="table-scroll">
        <table className="table">
          <caption>{t('spaces.log.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('spaces.log.when')}</th>
              <th scope="col">{t('spaces.log.who')}</th>
              <th scope="col">{t('spaces.log.what')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <Pager
        newer={paged ? `/spaces/${slug}/log` : null}
        older={next && `/spaces/${slug}/log?after=${next}`}
      />
    </div>
  )
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number]

function Line({ row }: { row: Row }) {
  const { t } = useTranslation()
  const apart = row.subject_handle !== null && row.subject_handle !== row.actor_handle
  return (
    <tr>
      <td>
        <Time value={row.created_at} form="minute" />
      </td>
      <td>
        {row.actor_gone ? t('posts.gone') : null}
        <Person name={row.actor} handle={row.actor_handle} />{' '}
        {row.actor_role === 'admin' || row.actor_role === 'facilitator' ? (
          <Badge label={t(`spaces.log.${row.actor_role}`)} />
        ) : null}
      </td>
      <td>
        {t(`audit.${row.verb}`)}
        {row.role ? ` (${t(`spaces.roles.${row.role}`)})` : null}
        {row.visibility ? ` (${t(`spaces.visibility.${row.visibility}.label`)})` : null}
        {apart ? ' — ' : null}
        {apart ? <Person name={row.subject} handle={row.subject_handle} /> : null}
        {row.undoable ? <Undo act={row.id} /> : null}
      </td>
    </tr>
  )
}

function Person({ name, handle }: { name: string | null; handle: string | null }) {
  if (!name || !handle) return null
  return (
    <Link to={`/people/${handle}`}>
      <bdi>{name}</bdi>
    </Link>
  )
}
