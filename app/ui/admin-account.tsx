import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import { ROLES } from '#app/domain/people/people.limits.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Badge } from './badge.tsx'
import { Button } from './button.tsx'
import { RadioGroup } from './choice-group.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Facts } from './facts.tsx'
import { Link } from './link.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'
import { ReasonFields } from './reason-fields.tsx'
import { Section } from './section.tsx'
import { Time } from './time.tsx'

type Seat = {
  id: string
  function: string
  past: boolean
  name_ar: string | null
  name_fr: string | null
}

type Props = {
  account: {
    handle: string
    name: string
    email: string
    role: string
    created_at: string
    email_confirmed_at: string | null
    suspended_at: string | null
    suspended_reason: string | null
  }
  seats: Seat[]
  may: { changeRole: boolean; suspend: boolean; restore: boolean; removeFactor: boolean }
  errors?: Record<string, string>
  values: { answer?: unknown; reason?: unknown; role?: unknown }
}

/** One account, and what an administrator may do about it. */
export function AdminAccount({ account, seats, may, errors = {}, values }: Props) {
  const { t } = useTranslation()
  return (
    <div className="stack-large narrow">
      <div>
        <PageTitle
          title={<bdi>{account.name}</bdi>}
          breadcrumbs={[{ to: '/admin', label: t('admin.title') }]}
          kicker={
            account.suspended_at ? (
              <Badge tone="negative" label={t('admin.people.suspended')} />
            ) : undefined
          }
        />
        <ErrorSummary errors={errors} labels={{ reason: t('moderation.reason') }} />
        <AccountFacts account={account} seats={seats} />
      </div>
      {may.changeRole ? (
        <RoleForm role={chosenRole(values.role) ?? account.role} error={errors.role} />
      ) : null}
      {may.removeFactor ? <FactorForm /> : null}
      {may.suspend ? <SuspendForm error={errors.reason} values={values} /> : null}
      {may.restore ? <RestoreForm reason={account.suspended_reason} /> : null}
    </div>
  )
}

function AccountFacts({ account, seats }: Pick<Props, 'account' | 'seats'>) {
  const { t } = useTranslation()
  const lang = useLang()
  const current = seats.filter(({ past }) => !past)
  return (
    <Facts
      items={[
        {
          term: t('admin.account.page'),
          value: (
            <Link to={`/people/${account.handle}`} dir="ltr">
              @{account.handle}
            </Link>
          ),
        },
        {
          term: t('admin.account.email'),
          value: (
            <>
              <bdi>{account.email}</bdi>
              {account.email_confirmed_at ? null : ` — ${t('admin.people.unconfirmed')}`}
            </>
          ),
        },
        { term: t('admin.account.since'), value: <Time value={account.created_at} /> },
        {
          term: t('people.seats'),
          value: current.length ? (
            <ul className="names">
              {current.map(({ id, name_ar, name_fr, ...seat }) => (
                <li key={id}>
                  {t(`functions.${seat.function}`)}
                  {name_ar && name_fr ? ` — ${placeName(lang, { name_ar, name_fr })}` : ''}
                </li>
              ))}
            </ul>
          ) : null,
        },
      ]}
    />
  )
}

function RoleForm({ role, error }: { role: string; error?: string }) {
  const { t } = useTranslation()
  return (
    <Section title={t('admin.account.role')}>
      <form method="post" noValidate className="form">
        <input type="hidden" name="act" value="role" />
        <RadioGroup
          name="role"
          legend={t('admin.people.role')}
          choices={ROLES.map((value) => ({
            value,
            label: t(`admin.roles.${value}`),
            hint: t(`admin.role_hints.${value}`),
          }))}
          chosen={role}
          error={error}
          required
        />
        <div>
          <Button>{t('admin.account.change_role')}</Button>
        </div>
      </form>
    </Section>
  )
}

function chosenRole(kept: unknown) {
  return ROLES.find((role) => role === kept)
}

function FactorForm() {
  const { t } = useTranslation()
  return (
    <Section title={t('admin.account.second_factor')}>
      <form method="post" noValidate className="form">
        <input type="hidden" name="act" value="second_factor" />
        <p>{t('admin.account.second_factor_text')}</p>
        <div>
          <Button variant="danger">{t('admin.account.remove_second_factor')}</Button>
        </div>
      </form>
    </Section>
  )
}

function SuspendForm({ error, values }: { error?: string; values: Props['values'] }) {
  const { t } = useTranslation()
  return (
    <Section title={t('admin.account.suspend')}>
      <form method="post" noValidate className="form">
        <input type="hidden" name="act" value="suspend" />
        <p>{t('admin.account.suspend_text')}</p>
        <ReasonFields verb="suspend" values={values} error={error} />
        <div>
          <Button variant="danger">{t('admin.account.suspend')}</Button>
        </div>
      </form>
    </Section>
  )
}

function RestoreForm({ reason }: { reason: string | null }) {
  const { t } = useTranslation()
  return (
    <Section title={t('admin.account.restore')}>
      <form method="post" noValidate className="form">
        <input type="hidden" name="act" value="restore" />
        <Notice tone="warning" title={t('admin.account.suspended_because')}>
          <p dir="auto">{reason}</p>
        </Notice>
        <div>
          <Button>{t('admin.account.restore')}</Button>
        </div>
      </form>
    </Section>
  )
}
