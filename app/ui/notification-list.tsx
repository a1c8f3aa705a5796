import { Fragment } from 'react'
import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import type { Row } from '#db/schema.ts'
import { Badge } from './badge.tsx'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { Link } from './link.tsx'
import { PageTitle } from './page-title.tsx'
import { Pager } from './pager.tsx'
import { Time } from './time.tsx'

type Told = {
  id: string
  kind: Row<'notification'>['kind']
  note: string
  created_at: string
  read_at: string | null
  item_id: string | null
  item_kind: Row<'item'>['kind'] | null
  thread_id: string | null
  title: string | null
  space_name: string | null
  space_slug: string | null
  actor: string | null
  /** Of the unread replies to one thread, where there are more than this one. */
  replies: Replies | null
}

type Replies = { count: number; first: string; people: (string | null)[]; others: number }

type Props = { rows: Told[]; next: string | null }

/** What has happened for one person, the newest first. */
export function NotificationList({ rows, next }: Props) {
  const { t } = useTranslation()
  const unread = rows.some(({ read_at }) => read_at === null)
  return (
    <div className="narrow">
      <PageTitle
        title={t('notifications.title')}
        lead={t('notifications.lead')}
        actions={unread ? <ReadAll /> : null}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('notifications.none')} text={t('notifications.none_text')} />
      ) : (
        <ul className="list">
          {rows.map((told) => (
            <li key={told.id} className="notification">
              <One told={told} />
            </li>
          ))}
        </ul>
      )}
      <Pager older={next && `/notifications?after=${next}`} />
    </div>
  )
}

function ReadAll() {
  const { t } = useTranslation()
  return (
    <Form method="post">
      <Button variant="secondary" small icon="check">
        {t('notifications.read_all')}
      </Button>
    </Form>
  )
}

function One({ told }: { told: Told }) {
  const { t } = useTranslation()
  return (
    <>
      <p>
        <Link to={pathOf(told)}>{sentence(told, t)}</Link>
      </p>
      {told.replies ? <From {...told.replies} /> : null}
      {told.note ? <p dir="auto">{told.note}</p> : null}
      <div className="cluster">
        {told.read_at ? null : <Badge tone="waiting" label={t('notifications.unread')} />}
        <span className="meta">
          <Time value={told.created_at} form="minute" />
        </span>
        {told.read_at ? null : (
          <Form method="post">
            <input type="hidden" name="id" value={told.id} />
            <Button variant="quiet" small>
              {t('notifications.read')}
            </Button>
          </Form>
        )}
      </div>
    </>
  )
}

function From({ people, others }: Pick<Replies, 'people' | 'others'>) {
  const { t } = useTranslation()
  return (
    <p className="muted">
      {t('notifications.from')}{' '}
      {people.map((name, index) => (
        <Fragment key={index}>
          {index > 0 ? t('revisions.comma') : null}
          <bdi>{name ?? t('posts.gone')}</bdi>
        </Fragment>
      ))}
      {others > 0 ? ` ${t('notifications.others', { count: others })}` : null}
    </p>
  )
}

function sentence(told: Told, t: ReturnType<typeof useTranslation>['t']) {
  const title = told.title ?? ''
  if (told.replies) return t('notifications.replies', { count: told.replies.count, title })
  const newThread = told.kind === 'reply' && told.item_kind === 'thread'
  return t(`notifications.kinds.${newThread ? 'new_thread' : told.kind}`, {
    actor: told.actor ?? t('posts.gone'),
    title,
    space: told.space_name ?? '',
  })
}

function pathOf({ kind, item_id, item_kind, thread_id, title, space_slug, replies }: Told) {
  if (kind === 'credit') return `/threads/${item_id}/credit`
  if (item_id && item_kind) {
    return itemPath({
      id: replies?.first ?? item_id,
      kind: item_kind,
      title: title ?? '',
      thread_id,
    })
  }
  return space_slug ? `/spaces/${space_slug}` : '/settings'
}
