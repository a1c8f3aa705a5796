import { useTranslation } from '#app/i18n/use-translation.ts'
import {
  COUNTRIES,
  FIELD_GROUPS,
  LICENCES,
  TAGS_MAX,
} from '#app/domain/practices/practices.limits.ts'
import { LANG_NAMES, LANGS } from '#app/i18n/locales.ts'
import { controlId } from './control.ts'
import { Disclosure } from './disclosure.tsx'
import { Field } from './field.tsx'
import { Fieldset } from './fieldset.tsx'
import { Link } from './link.tsx'
import { isMemberPart, PartReaders } from './part-readers.tsx'
import { PracticeTextField } from './practice-text-field.tsx'
import { type FormOptions, type FormState, many, one } from './practice-values.ts'
import { SelectField } from './select-field.tsx'

const LONG = [
  'context',
  'results',
  'obstacles',
  'transfer',
  'participants',
  'partners',
  'resources',
  'legal',
]
const URLS = ['website_url', 'source_url']

type Group = keyof typeof FIELD_GROUPS
type Props = FormState & { options: FormOptions }

/** What may be added when there is something to say: folded away, unless it holds an error. */
export function PracticeMoreFields({ options, ...state }: Props) {
  const groups = (Object.keys(FIELD_GROUPS) as Group[]).filter(
    (group) => group !== 'filing' && (group !== 'tool' || state.kind === 'tool'),
  )
  return (
    <div>
      {groups.map((group) => (
        <Fold key={group} group={group} state={state}>
          {FIELD_GROUPS[group].map((name) => (
            <OneField key={name} name={name} state={state} />
          ))}
        </Fold>
      ))}
      <Fold group="filing" state={state} more={['place', 'country']}>
        <Tags {...state} options={options} />
        <LanguageAndLicence {...state} />
        <PracticeTextField {...state} name="source_url" type="url" />
        <Elsewhere {...state} />
      </Fold>
    </div>
  )
}

type FoldProps = { group: Group; state: FormState; more?: string[]; children: React.ReactNode }

function Fold({ group, state, more = [], children }: FoldProps) {
  const { t } = useTranslation()
  const { values, errors } = state
  const names: string[] = [...FIELD_GROUPS[group], ...more]
  const wrong = names.some((name) => errors[name] ?? errors[`${name}_readers`])
  const filled = group !== 'filing' && names.some((name) => many(values, name).length)
  return (
    <Disclosure
      summary={t(`practices.groups.${group}`)}
      note={t(`practices.group_notes.${group}`)}
      open={wrong || filled || names.includes(state.open ?? '')}
    >
      {children}
    </Disclosure>
  )
}

function OneField({ name, state }: { name: string; state: FormState }) {
  const { t } = useTranslation()
  const rows = LONG.includes(name) ? 5 : undefined
  const type = URLS.includes(name) ? 'url' : undefined
  const hint = name === 'contact' ? t('practices.hints.contact') : undefined
  return (
    <>
      <PracticeTextField {...state} name={name} rows={rows} type={type} hint={hint} />
      {isMemberPart(name) ? <PartReaders {...state} part={name} /> : null}
    </>
  )
}

function Tags({ values, errors, options }: Props) {
  const { t } = useTranslation()
  const typed = many(values, 'tags')
  const count = Math.min(TAGS_MAX, Math.max(4, typed.length + 1))
  return (
    <Fieldset
      legend={t('practices.fields.tags')}
      id={controlId('tags')}
      hint={t('practices.hints.tags')}
      error={errors.tags}
      optional
    >
      <div className="practice-tags">
        {Array.from({ length: count }, (_, index) => (
          <input
            key={index}
            name="tags"
            list="known-tags"
            dir="auto"
            className="control"
            aria-label={t('practices.form.tag', { number: index + 1 })}
            defaultValue={typed[index] ?? ''}
          />
        ))}
      </div>
      <datalist id="known-tags">
        {options.tags.map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
      <p className="field-hint">
        <Link to="/tags">{t('practices.form.all_tags')}</Link>
      </p>
    </Fieldset>
  )
}

function LanguageAndLicence({ values, errors }: FormState) {
  const { t } = useTranslation()
  return (
    <>
      <SelectField
        name="lang"
        label={t('practices.fields.lang')}
        hint={t('practices.hints.lang')}
        error={errors.lang}
        options={LANGS.map((value) => ({ value, label: LANG_NAMES[value] }))}
        defaultValue={one(values, 'lang')}
        required
      />
      <SelectField
        name="licence"
        label={t('practices.fields.licence')}
        hint={t('practices.hints.licence')}
        error={errors.licence}
        options={LICENCES.map((value) => ({ value, label: value }))}
        defaultValue={one(values, 'licence')}
        required
      />
    </>
  )
}

// For what other countries or national bodies did, which no code of a collectivity names.
function Elsewhere({ values, errors }: FormState) {
  const { t } = useTranslation()
  const country = one(values, 'country') || 'MA'
  const countries = COUNTRIES.some((one) => one === country) ? COUNTRIES : [...COUNTRIES, country]
  return (
    <>
      <Field
        name="place"
        label={t('practices.fields.place')}
        hint={t('practices.hints.place')}
        error={errors.place}
        defaultValue={one(values, 'place')}
      />
      <SelectField
        name="country"
        label={t('practices.fields.country')}
        error={errors.country}
        options={countries.map((value) => ({
          value,
          label: t(`practices.countries.${value}`, { defaultValue: value }),
        }))}
        defaultValue={country}
        required
      />
    </>
  )
}
