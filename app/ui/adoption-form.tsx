import { useTranslation } from '#app/i18n/use-translation.ts'
import { STEP_SHORT_MAX, STEP_TEXT_MAX } from '#app/domain/adoptions/adoptions.limits.ts'
import { STATUSES } from '#app/domain/adoptions/adoptions.ts'
import type { Audience as Readers } from '#app/domain/spaces/audience.ts'
import { LANG_NAMES, LANGS } from '#app/i18n/locales.ts'
import { Audience } from './audience.tsx'
import { type OwnSeat, useSeatOptions } from './author.ts'
import { Button, ButtonLink } from './button.tsx'
import { RadioGroup } from './choice-group.tsx'
import { Disclosure } from './disclosure.tsx'
import { Field } from './field.tsx'
import { FormProblem } from './form-problem.tsx'
import { type Option, SelectField } from './select-field.tsx'

type Values = Record<string, string | undefined>

type Props = {
  id: string
  seats: OwnSeat[]
  /** From whom it may have been taken over, beside the practice itself. */
  origins: Option[]
  origin: string
  audience: Readers
  typed: Values
  failure?: { errors: Record<string, string>; values: Values; minutes: number }
}

const LONG = ['results', 'lessons'] as const
const SHORT = ['cost', 'duration', 'deliberation'] as const

/** How far a collectivity has come with a practice: two answers, and what else one has to tell. */
export function AdoptionForm({ id, seats, typed, failure, ...options }: Props) {
  const { t } = useTranslation()
  const values = failure?.values ?? typed
  const errors = failure?.errors ?? {}
  const label = (name: string) => t(`adoptions.fields.${name}`)
  const told = [...LONG, ...SHORT, 'evidence_url', 'deliberated_on'].some((name) => values[name])
  const labels = Object.fromEntries(NAMES.map((name) => [name, label(name)]))
  return (
    <form method="post" className="form">
      <FormProblem failure={failure} labels={labels} />
      <Seat seats={seats} chosen={values.seat} />
      <RadioGroup
        name="status"
        legend={label('status')}
        choices={STATUSES.map((value) => ({
          value,
          label: t(`adoptions.status.${value}`),
          hint: t(`adoptions.hints.${value}`),
        }))}
        chosen={values.status}
        required
        error={errors.status}
      />
      <Field
        type="date"
        name="happened_on"
        label={label('happened_on')}
        defaultValue={values.happened_on}
        required
        error={errors.happened_on}
      />
      <Origin {...options} chosen={values.from} />
      <Field
        multiline
        name="body"
        rows={3}
        label={label('body')}
        hint={t('adoptions.hints.body')}
        maxLength={STEP_TEXT_MAX}
        defaultValue={values.body}
        error={errors.body}
      />
      <Disclosure summary={t('adoptions.more')} open={told}>
        <More values={values} errors={errors} label={label} />
      </Disclosure>
      <SelectField
        name="lang"
        label={t('composer.lang')}
        options={LANGS.map((value) => ({ value, label: LANG_NAMES[value] }))}
        defaultValue={values.lang}
        plain
      />
      <Audience audience={options.audience} />
      <div className="actions">
        <Button>{t('adoptions.submit')}</Button>
        <ButtonLink to={`/practices/${id}`} variant="quiet">
          {t('forms.cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}

const NAMES = ['status', 'happened_on', 'body', ...LONG, ...SHORT, 'evidence_url', 'deliberated_on']

function Seat({ seats, chosen }: { seats: OwnSeat[]; chosen?: string }) {
  const { t } = useTranslation()
  const optionsOf = useSeatOptions()
  if (seats.length < 2) return <input type="hidden" name="seat" value={seats[0]?.id} />
  return (
    <SelectField
      name="seat"
      label={t('composer.seat')}
      options={optionsOf(seats)}
      defaultValue={chosen}
      plain
    />
  )
}

function Origin({
  origin,
  origins,
  chosen,
}: Pick<Props, 'origin' | 'origins'> & { chosen?: string }) {
  const { t } = useTranslation()
  if (origins.length === 0) return <input type="hidden" name="from" value="" />
  return (
    <SelectField
      name="from"
      label={t('adoptions.fields.from')}
      hint={t('adoptions.hints.from')}
      empty={origin}
      options={origins}
      defaultValue={chosen}
      plain
    />
  )
}

type MoreProps = { values: Values; errors: Values; label: (name: string) => string }

function More({ values, errors, label }: MoreProps) {
  const { t } = useTranslation()
  const field = (name: string) => ({
    name,
    label: label(name),
    defaultValue: values[name],
    error: errors[name],
  })
  return (
    <div className="stack">
      {LONG.map((name) => (
        <Field
          key={name}
          {...field(name)}
          hint={t(`adoptions.hints.${name}`)}
          multiline
          rows={3}
          maxLength={STEP_TEXT_MAX}
        />
      ))}
      {SHORT.map((name) => (
        <Field key={name} {...field(name)} maxLength={STEP_SHORT_MAX} />
      ))}
      <Field {...field('deliberated_on')} type="date" />
      <Field {...field('evidence_url')} type="url" inputMode="url" />
    </div>
  )
}
