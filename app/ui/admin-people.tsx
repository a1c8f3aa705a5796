import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Page } from '#app/domain/items/page.ts'
import { ROLES } from '#app/domain/people/people.limits.ts'
import { AdminTabs } from './admin-tabs.tsx'
import { Badge } from './badge.tsx'
import { EmptyState } from './empty-state.tsx'
import { Field } from './field.tsx'
import { Filters } from './filters.tsx'
import { Link } from './link.tsx'
import { PageTitle } from './page-title.tsx'
import { Pager } from './pager.tsx'
import { Time } from './time.tsx'

type Account = {
  id: string
  handle: string
  name: string
  email: string
  role: string
  created_at: string
  suspended_at: string | null
  email_confirmed_at: string | null
}

type Filter = { q: string; role: string | null; suspended: boolean }
type Props = { filter: Filter; page: Page<Account>; isFirst: boolean }

/** The accounts, for administrators. */
export function AdminPeople({ filter, page, isFirst }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <PageTitle title={t('admin.title')} lead={t('admin.lead')} />
      <AdminTabs current="people" />
      <div className="with-filters">
        <Narrow filter={filter} />
        <div className="stack">
          {page.rows.length ? (
            <Accounts accounts={page.rows} />
          ) : (
            <EmptyState title={t('admin.people.none')} />
          )}
          <Pager
            newer={isFirst ? null : address(filter)}
            older={page.next ? address(filter, page.next) : null}
          />
        </div>
      </div>
    </>
  )
}

function Narrow({ filter }: { filter: Filter }) {
  const { t } = useTranslation()
  return (
    <Filters
      action="/admin"
      fields={[
        {
          name: 'role',
          label: t('admin.people.role'),
          value: filter.role ?? '',
          empty: t('admin.people.all'),
          options: ROLES.map((value) => ({ value, label: t(`admin.roles.${value}`) })),
        },
        {
          name: 'state',
          label: t('admin.people.state'),
          value: filter.suspended ? 'suspended' : '',
          empty: t('admin.people.all'),
          options: [{ value: 'suspended', label: t('admin.people.suspended') }],
        },
      ]}
    >
      <Field
        plain
        name="q"
        type="search"
        label={t('admin.people.search')}
        defaultValue={filter.q}
      />
    </Filters>
  )
}

function Accounts({ accounts }: { accounts: Account[] }) {
  const { t } = useTranslation()
  return (
    <ul className="place-list">
      {accounts.map((account) => (
        <li key={account.id}>
          <Link to={`/admin/people/${account.handle}`}>
            <bdi>{account.name}</bdi>
          </Link>
          <p className="meta">
            <bdi>{account.email}</bdi>
            <span>{t(`admin.roles.${account.role}`)}</span>
            <span>
              <Time value={account.created_at} />
            </span>
            {account.email_confirmed_at ? null : (
              <Badge tone="waiting" label={t('admin.people.unconfirmed')} />
            )}
            {account.suspended_at ? (
              <Badge tone="negative" label={t('admin.people.suspended')} />
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  )
}

function address({ q, role, suspended }: Filter, before?: string) {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  if (role) params.set('role', role)
  if (suspended) params.set('state', 'suspended')
  if (before) params.set('before', before)
  return params.size ? `/admin?${params}` : '/admin'
}
