import { useTranslation } from '#app/i18n/use-translation.ts'
import { WAVE_MAX } from '#app/domain/collectivities/collectivities.limits.ts'
import { Button, ButtonLink } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { PageTitle } from './page-title.tsx'

type Props = {
  name: string
  path: string
  isMember: boolean
  joinedOn: string | null
  values: Record<string, unknown>
  errors?: Record<string, string>
}

const NAMES = { left_on: 'left_on', joined_on: 'joined_on', wave: 'wave', source_url: 'source' }

/** Records that a collectivity joined the network, or that a member left it. */
export function MembershipForm({ name, path, isMember, ...rest }: Props) {
  const { t } = useTranslation()
  const labels = Object.fromEntries(
    Object.entries(NAMES).map(([name, key]) => [name, t(`collectivities.record.${key}`)]),
  )
  return (
    <div className="stack narrow">
      <PageTitle
        title={t('collectivities.record.title_for', { name })}
        lead={t(isMember ? 'collectivities.record.leaving' : 'collectivities.record.joining')}
        breadcrumbs={[
          { to: '/collectivities', label: t('collectivities.title') },
          { to: path, label: name },
        ]}
      />
      <form method="post" className="form">
        <ErrorSummary errors={rest.errors} labels={labels} />
        {isMember ? <Leaving {...rest} /> : <Joining {...rest} />}
        <div className="actions">
          <Button>{t('forms.save')}</Button>
          <ButtonLink to={path} variant="quiet">
            {t('forms.cancel')}
          </ButtonLink>
        </div>
      </form>
    </div>
  )
}

type FieldsProps = Pick<Props, 'joinedOn' | 'values' | 'errors'>

function Leaving({ joinedOn, values, errors }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <Field
      type="date"
      name="left_on"
      label={t('collectivities.record.left_on')}
      min={joinedOn ?? undefined}
      defaultValue={text(values.left_on)}
      error={errors?.left_on}
      required
    />
  )
}

function Joining({ values, errors }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Field
        type="date"
        name="joined_on"
        label={t('collectivities.record.joined_on')}
        defaultValue={text(values.joined_on)}
        error={errors?.joined_on}
        required
      />
      <Field
        type="number"
        name="wave"
        label={t('collectivities.record.wave')}
        min={1}
        max={WAVE_MAX}
        defaultValue={text(values.wave)}
        error={errors?.wave}
      />
      <Field
        type="url"
        name="source_url"
        label={t('collectivities.record.source')}
        defaultValue={text(values.source_url)}
        error={errors?.source_url}
      />
    </>
  )
}

function text(value: unknown) {
  return typeof value === 'string' ? value : undefined
}
