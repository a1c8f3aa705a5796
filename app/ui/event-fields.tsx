import { EVENT_PLACE_MAX, EVENT_URL_MAX } from '#app/domain/events/events.limits.ts'
import { TITLE_MAX } from '#app/domain/items/items.limits.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Field } from './field.tsx'

type Props = { values: Record<string, string[]>; errors: Record<string, string> }

/** What an event was, where and when; its description is the composer's. */
export function EventFields({ values, errors }: Props) {
  const { t } = useTranslation()
  const field = (name: string) => ({
    name,
    label: t(`events.fields.${name}`),
    defaultValue: values[name]?.[0],
    error: errors[name],
  })
  return (
    <>
      <Field
        {...field('title')}
        example={t('events.fields.title_example')}
        maxLength={TITLE_MAX}
        required
      />
      <Field {...field('place')} maxLength={EVENT_PLACE_MAX} required />
      <Field {...field('starts_on')} type="date" required />
      <Field {...field('ends_on')} type="date" hint={t('events.fields.ends_on_hint')} />
      <Field
        {...field('source_url')}
        type="url"
        inputMode="url"
        hint={t('events.fields.source_url_hint')}
        maxLength={EVENT_URL_MAX}
      />
    </>
  )
}

/** The fields of an event by their names, for the summary of what is wrong. */
export const EVENT_FIELDS = [
  'title',
  'place',
  'starts_on',
  'ends_on',
  'source_url',
  'body',
] as const
