import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import { SPACE_ROLES } from '#app/domain/spaces/spaces.limits.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import type { Row } from '#db/schema.ts'
import { Badge } from './badge.tsx'
import { Button } from './button.tsx'
import { Disclosure } from './disclosure.tsx'
import { inLanguage, Link } from './link.tsx'
import { PersonLine } from './person-line.tsx'
import { Section } from './section.tsx'
import { SelectField } from './select-field.tsx'

type Member = {
  handle: string
  name: string
  role: Row<'space_member'>['role']
  joined_at: string
  seat: {
    function: string
    code: string | null
    name_ar: string | null
    name_fr: string | null
  } | null
}

type Props = { slug: string; members: Member[]; owned: boolean }

/** The people of a space; its owners change their roles and remove them here. */
export function SpaceMembers({ slug, members, owned }: Props) {
  const { t } = useTranslation()
  return (
    <Section title={t('spaces.members.title')}>
      <ul className="list">
        {members.map((member) => (
          <li key={member.handle} className="item-card">
            <Person member={member} />
            {owned ? <Keeping slug={slug} member={member} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Person({ member }: { member: Member }) {
  const { t } = useTranslation()
  const lang = useLang()
  const { seat, role } = member
  const { code, name_ar, name_fr } = seat ?? {}
  const place = code && name_ar && name_fr ? { code, name_ar, name_fr } : undefined
  return (
    <div className="cluster">
      <PersonLine
        name={member.name}
        to={`/people/${member.handle}`}
        role={seat ? t(`functions.${seat.function}`) : undefined}
        place={place && { name: placeName(lang, place), to: placePath(place) }}
        at={member.joined_at}
        verb={t('spaces.members.since')}
      />
      {role === 'member' ? null : <Badge tone="positive" label={t(`spaces.roles.${role}`)} />}
    </div>
  )
}

function Keeping({ slug, member }: { slug: string; member: Member }) {
  const { t } = useTranslation()
  const base = inLanguage(useLang(), `/spaces/${slug}/members/${member.handle}`)
  return (
    <Disclosure
      summary={
        <>
          {t('spaces.members.change')}
          <span className="visually-hidden"> {member.name}</span>
        </>
      }
    >
      <form method="post" noValidate action={`${base}/role`} className="form">
        <SelectField
          id={`role-${member.handle}`}
          name="role"
          label={t('spaces.members.role')}
          options={SPACE_ROLES.map((value) => ({
            value,
            label: t(`spaces.roles.${value}_hint`),
          }))}
          required
          defaultValue={member.role}
        />
        <div className="actions">
          <Button variant="secondary">{t('forms.save')}</Button>
        </div>
      </form>
      <form method="post" noValidate action={`${base}/remove`}>
        <Button variant="danger">{t('spaces.members.remove', { name: member.name })}</Button>
      </form>
    </Disclosure>
  )
}

/** Leaving ends reading at once, so the button says so. */
export function LeaveSpace({ slug }: { slug: string }) {
  const { t } = useTranslation()
  return (
    <Section title={t('spaces.leave.title')}>
      <form
        method="post"
        noValidate
        action={inLanguage(useLang(), `/spaces/${slug}/leave`)}
        className="form"
      >
        <p>{t('spaces.leave.text')}</p>
        <p>
          <Link to="/settings/data">{t('spaces.leave.keep')}</Link>
        </p>
        <div className="actions">
          <Button variant="danger">{t('spaces.leave.submit')}</Button>
        </div>
      </form>
    </Section>
  )
}
