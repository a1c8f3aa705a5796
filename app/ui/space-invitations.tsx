import { useTranslation } from '#app/i18n/use-translation.ts'
import { INVITATION_DAYS } from '#app/domain/spaces/spaces.limits.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { inLanguage } from './link.tsx'
import { Section } from './section.tsx'
import { SelectField } from './select-field.tsx'
import { Time } from './time.tsx'

type Invitation = { id: string; email: string; role: string; expires_at: string }

type Props = {
  slug: string
  invitations: Invitation[]
  /** The space takes new people. */
  open: boolean
  values?: Record<string, string | string[] | undefined>
  errors?: Record<string, string>
}

/** The invitations that are on their way, and the form for another. */
export function SpaceInvitations({ slug, invitations, open, values, errors }: Props) {
  const { t } = useTranslation()
  return (
    <Section title={t('spaces.invitations.title')}>
      {invitations.length ? (
        <ul className="list">
          {invitations.map((invitation) => (
            <li key={invitation.id} className="item-card">
              <Sent slug={slug} invitation={invitation} />
            </li>
          ))}
        </ul>
      ) : null}
      {open ? <Invite values={values} errors={errors} /> : null}
    </Section>
  )
}

function Sent({ slug, invitation }: { slug: string; invitation: Invitation }) {
  const { t } = useTranslation()
  const { id, email, role, expires_at } = invitation
  const action = inLanguage(useLang(), `/spaces/${slug}/invitations/${id}/revoke`)
  return (
    <form method="post" noValidate action={action} className="stack">
      <p>
        <bdi dir="ltr">{email}</bdi>
      </p>
      <p className="meta">
        <span>{t(`spaces.roles.${role}`)}</span>
        <span>
          {t('spaces.invitations.until')} <Time value={expires_at} />
        </span>
      </p>
      <Button small variant="secondary">
        {t('spaces.invitations.revoke')} <span className="visually-hidden">{email}</span>
      </Button>
    </form>
  )
}

function Invite({ values = {}, errors = {} }: Pick<Props, 'values' | 'errors'>) {
  const { t } = useTranslation()
  const labels = {
    email: t('spaces.invitations.email'),
    role: t('spaces.members.role'),
  }
  return (
    <form method="post" noValidate className="form">
      <ErrorSummary errors={errors} labels={labels} />
      <Field
        type="email"
        name="email"
        label={labels.email}
        hint={t('spaces.invitations.hint', { count: INVITATION_DAYS })}
        maxLength={254}
        required
        defaultValue={values.email}
        error={errors.email}
      />
      <SelectField
        name="role"
        label={labels.role}
        options={(['member', 'moderator'] as const).map((value) => ({
          value,
          label: t(`spaces.roles.${value}_hint`),
        }))}
        required
        defaultValue={values.role}
        error={errors.role}
      />
      <div className="actions">
        <Button icon="mail">{t('spaces.invitations.submit')}</Button>
      </div>
    </form>
  )
}
