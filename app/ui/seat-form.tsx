import { Form } from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import { LOCAL_FUNCTIONS, NETWORK_FUNCTIONS } from '#app/domain/seats/functions.ts'
import { SEAT_NOTE_MAX } from '#app/domain/seats/seats.limits.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import type { Lang } from '#db/schema.ts'
import { Button } from './button.tsx'
import { RadioGroup } from './choice-group.tsx'
import { Field } from './field.tsx'
import { FormProblem } from './form-problem.tsx'
import { Section } from './section.tsx'
import { SelectField } from './select-field.tsx'

type Values = Record<string, string | undefined>

type Place = {
  code: string
  kind: string
  name_ar: string
  name_fr: string
  province_ar: string | null
  province_fr: string | null
}

type Props = {
  /** For a function that serves the whole network there is no place to choose. */
  network: boolean
  places: Place[]
  typed: Values
  failure?: { errors: Record<string, string>; values: Values; minutes: number }
}

/** What one asks for: where among the places that were found, as what, since when. */
export function SeatForm({ network, places, typed, failure }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  const values = failure?.values ?? typed
  const errors = failure?.errors ?? {}
  const labels = {
    collectivity: t('seats.new.choose'),
    function: t('seats.new.function'),
    starts_on: t('seats.new.starts_on'),
    note: t('seats.new.note'),
  }
  const functions = network ? NETWORK_FUNCTIONS : LOCAL_FUNCTIONS

  return (
    <Section title={t(network ? 'seats.new.step_only' : 'seats.new.step_seat')}>
      <Form method="post" className="form">
        <FormProblem failure={failure} labels={labels} />
        {network ? null : (
          <RadioGroup
            name="collectivity"
            legend={labels.collectivity}
            choices={places.map((place) => choiceOf(place, lang, t))}
            chosen={values.collectivity ?? (places.length === 1 ? places[0]!.code : undefined)}
            required
            error={errors.collectivity}
          />
        )}
        <SelectField
          name="function"
          label={labels.function}
          empty={t('seats.new.choose_function')}
          options={functions.map((name) => ({ value: name, label: t(`functions.${name}`) }))}
          required
          defaultValue={values.function}
          error={errors.function}
        />
        <Field
          name="starts_on"
          type="date"
          label={labels.starts_on}
          defaultValue={values.starts_on}
          error={errors.starts_on}
        />
        <Field
          name="note"
          label={labels.note}
          hint={t('seats.new.note_hint')}
          multiline
          rows={3}
          maxLength={SEAT_NOTE_MAX}
          defaultValue={values.note}
          error={errors.note}
        />
        <div className="actions">
          <Button>{t('seats.new.submit')}</Button>
        </div>
      </Form>
    </Section>
  )
}

// Many communes share a name: the province tells them apart.
function choiceOf(place: Place, lang: Lang, t: TFunction) {
  const { province_ar, province_fr } = place
  const around =
    province_ar && province_fr
      ? placeName(lang, { name_ar: province_ar, name_fr: province_fr })
      : ''
  const kind = t(`collectivity_types.${place.kind}`)
  return {
    value: place.code,
    label: placeName(lang, place),
    hint: [kind, around].filter(Boolean).join(' · '),
  }
}
