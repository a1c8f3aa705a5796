import { Fragment } from 'react'
import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { notificationPath, notificationSentence, type ToldOf } from '#app/i18n/notifications.ts'
import { Badge } from './badge.tsx'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { Link } from './link.tsx'
import { PageTitle } from './page-title.tsx'
import { Pager } from './pager.tsx'
import { Time } from './time.tsx'

type Props = { rows: ToldOf[]; next: string | null }

/** What has happened for one person, the newest first. */
export function NotificationList({ rows, next }: Props) {
  const { t } = useTranslation()
  const unread = rows.some(({ read_at }) => read_at === null)
  return (
    <div className="narrow">
      <PageTitle
        title={t('notifications.title')}
        lead={t('notifications.lead')}
        actions={
          <>
            {unread ? <ReadAll /> : null}
            <Link className="quiet-link" to="/settings/mails">
              {t('notifications.by_mail')}
            </Link>
          </>
        }
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
    <Form method="post" noValidate>
      <Button variant="secondary" small icon="check">
        {t('notifications.read_all')}
      </Button>
    </Form>
  )
}

function One({ told }: { told: ToldOf }) {
  const { t } = useTranslation()
  return (
    <>
      <p>
        <Link to={notificationPath(told)}>{notificationSentence(told, t)}</Link>
      </p>
      {told.replies ? <From {...told.replies} /> : null}
      {told.note ? <p dir="auto">{told.note}</p> : null}
      <div className="cluster">
        {told.read_at ? null : <Badge tone="waiting" label={t('notifications.unread')} />}
        <span className="meta">
          <Time value={told.created_at} form="minute" />
        </span>
        {told.read_at ? null : (
          <Form method="post" noValidate>
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

function From({ people, others }: NonNullable<ToldOf['replies']>) {
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
