import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import { CHALLENGES_OFFERED, PLACES_OFFERED } from '#app/domain/practices/practices.limits.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from './button.tsx'
import { controlId } from './control.ts'
import { Field } from './field.tsx'
import { Fieldset } from './fieldset.tsx'
import { Link } from './link.tsx'
import { formatNumber } from './numbers.ts'
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
      <Found
        what="collectivity"
        typed={one(values, 'find_collectivity')}
        count={options.found.length}
        more={options.found.length > PLACES_OFFERED ? PLACES_OFFERED : 0}
      />
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
      <Finder what="collectivity" typed={one(values, 'find_collectivity')} back="collectivity" />
    </Fieldset>
  )
}

/** The shared challenges that it answers: a short list, narrowed by words. */
export function ChallengePicker({ values, errors, options }: Props) {
  const { t } = useTranslation()
  const chosen = many(values, 'challenges')
  const offered = options.challenges.slice(0, CHALLENGES_OFFERED)
  const allFound = offered.every(({ found }) => found)
  return (
    <Fieldset
      legend={t('practices.fields.challenges')}
      id={controlId('challenges')}
      hint={t('practices.hints.challenges')}
      error={errors.challenges}
    >
      <Found
        what="challenge"
        typed={one(values, 'find_challenge')}
        count={offered.filter(({ found }) => found).length}
        more={allFound && options.challenges.length > CHALLENGES_OFFERED ? CHALLENGES_OFFERED : 0}
      />
      <div className="choices practice-challenges">
        {offered.map(({ id, title, lang }) => (
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
      <Finder what="challenge" typed={one(values, 'find_challenge')} back="challenges" />
      <p className="field-hint">
        <Link to="/challenges/new">{t('practices.form.new_challenge')}</Link>
      </p>
    </Fieldset>
  )
}

type What = 'collectivity' | 'challenge'
type FoundProps = { what: What; typed: string; count: number; more: number }

// How many a search inside the form found, over what there is to choose from.
function Found({ what, typed, count, more }: FoundProps) {
  const { t } = useTranslation()
  const lang = useLang()
  if (!typed) return null
  const found = { count, replace: { count: formatNumber(count, lang) } }
  return (
    <p className="practice-found" role="status">
      {more > 0 ? t('practices.form.too_many', { number: formatNumber(more, lang) }) : null}
      {more > 0
        ? null
        : count > 0
          ? t(`practices.found.${what}`, found)
          : t(`practices.form.no_${what}`)}
    </p>
  )
}

/** `back` is the field whose part of the page the answer stands at. */
type FinderProps = { what: What; typed: string; back: string }

// A search inside the form: it comes back with all that was typed, and with what was found.
function Finder({ what, typed, back }: FinderProps) {
  const { t } = useTranslation()
  return (
    <div className="practice-finder">
      <Field name={`find_${what}`} label={t(`practices.form.find_${what}`)} defaultValue={typed} />
      <Button
        name="intent"
        value="find"
        variant="secondary"
        icon="search"
        formAction={`#${controlId(back)}`}
      >
        {t('practices.form.find')}
      </Button>
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
    .slice(0, PLACES_OFFERED)
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
