import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from './button.tsx'
import { controlId } from './control.ts'
import { Field } from './field.tsx'
import { Fieldset } from './fieldset.tsx'
import { Link } from './link.tsx'
import { type FormOptions, type FormState, many, one } from './practice-values.ts'

type Props = FormState & { options: FormOptions }
type Places = Pick<FormOptions, 'places' | 'found'>

type PlaceProps = Pick<FormState, 'values' | 'errors'> & {
  options: Places
  hint: string
}

/** One's own collectivity, or another found by its name. */
export function CollectivityPicker({ values, errors, options, hint }: PlaceProps) {
  const { t } = useTranslation()
  const choices = useChoices(options)
  const chosen = one(values, 'collectivity') || (choices.length === 1 ? choices[0]!.value : '')
  return (
    <Fieldset
      legend={t('practices.fields.collectivity')}
      id={controlId('collectivity')}
      hint={hint}
      error={errors.collectivity}
    >
      <div className="choices">
        {choices.map(({ value, label, note }) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name="collectivity"
              value={value}
              defaultChecked={value === chosen}
            />
            <span>{label}</span>
            {note ? <small>{note}</small> : null}
          </label>
        ))}
      </div>
      <Finder
        name="find_collectivity"
        label={t('practices.form.find_collectivity')}
        typed={one(values, 'find_collectivity')}
        none={options.found.length === 0 ? t('practices.form.no_collectivity') : undefined}
      />
    </Fieldset>
  )
}

/** The shared challenges that it answers: a short list, narrowed by words. */
export function ChallengePicker({ values, errors, options }: Props) {
  const { t } = useTranslation()
  const chosen = many(values, 'challenges')
  return (
    <Fieldset
      legend={t('practices.fields.challenges')}
      id={controlId('challenges')}
      hint={t('practices.hints.challenges')}
      error={errors.challenges}
    >
      <div className="choices practice-challenges">
        {options.challenges.map(({ id, title, lang }) => (
          <label key={id} className="choice">
            <input
              type="checkbox"
              name="challenges"
              value={id}
              defaultChecked={chosen.includes(id)}
            />
            <span lang={lang} dir="auto">
              {title}
            </span>
          </label>
        ))}
      </div>
      <Finder
        name="find_challenge"
        label={t('practices.form.find_challenge')}
        typed={one(values, 'find_challenge')}
        none={options.challenges.length === 0 ? t('practices.form.no_challenge') : undefined}
      />
      <p className="field-hint">
        <Link to="/challenges/new">{t('practices.form.new_challenge')}</Link>
      </p>
    </Fieldset>
  )
}

type FinderProps = { name: string; label: string; typed: string; none?: string }

// A search inside the form: it comes back with all that was typed, and with what was found.
function Finder({ name, label, typed, none }: FinderProps) {
  const { t } = useTranslation()
  return (
    <div className="practice-finder">
      <Field name={name} label={label} defaultValue={typed} />
      <Button name="intent" value="find" variant="secondary" icon="search">
        {t('practices.form.find')}
      </Button>
      {typed && none ? <p className="field-hint">{none}</p> : null}
    </div>
  )
}

function useChoices({ places, found }: Places) {
  const lang = useLang()
  const { t } = useTranslation()
  const known = places.map((place) => ({
    value: place.code,
    label: placeName(lang, place),
    note: '',
  }))
  const others = found
    .filter(({ code }) => !places.some((place) => place.code === code))
    .map((place) => ({
      value: place.code,
      label: placeName(lang, place),
      note: [
        t(`collectivity_types.${place.kind}`),
        lang === 'ar' ? place.province_ar : place.province_fr,
      ]
        .filter(Boolean)
        .join(' — '),
    }))
  return [...known, ...others]
}
