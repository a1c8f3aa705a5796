import { useTranslation } from '#app/i18n/use-translation.ts'
import { LABEL_MAX } from '#app/domain/labels/labels.limits.ts'
import { dirOf, LANG_NAMES, LANGS } from '#app/i18n/locales.ts'
import type { Lang } from '#db/schema.ts'
import { Field } from './field.tsx'
import { Fieldset } from './fieldset.tsx'

type Props = { values: Record<string, unknown>; errors: Record<string, string> }

/** The names of these fields, each with its language, for a summary of what is wrong with them. */
export function useLabelNames() {
  const { t } = useTranslation()
  return Object.fromEntries(
    LANGS.flatMap((lang) =>
      (['label', 'others'] as const).map((kind) => [
        `${kind}_${lang}`,
        `${t(`labels.${kind}`)} (${LANG_NAMES[lang]})`,
      ]),
    ),
  )
}

/** What a tag or a concept is called in each language, and its other names. */
export function LabelFields(props: Props) {
  return LANGS.map((lang) => <Labels key={lang} lang={lang} {...props} />)
}

function Labels({ lang, values, errors }: Props & { lang: Lang }) {
  const { t } = useTranslation()
  const own = { lang, dir: dirOf(lang) }
  return (
    <Fieldset legend={LANG_NAMES[lang]} large>
      <div className="stack">
        <Field
          {...own}
          name={`label_${lang}`}
          label={t('labels.label')}
          error={errors[`label_${lang}`]}
          defaultValue={text(values[`label_${lang}`])}
          maxLength={LABEL_MAX}
          required={lang !== 'zgh'}
        />
        <Field
          {...own}
          name={`others_${lang}`}
          label={t('labels.others')}
          hint={t('labels.others_hint')}
          error={errors[`others_${lang}`]}
          defaultValue={text(values[`others_${lang}`])}
          rows={2}
          multiline
        />
      </div>
    </Fieldset>
  )
}

/** A field's value as its control takes it: what was kept or read may come in lines. */
export function text(value: unknown) {
  if (Array.isArray(value)) return value.join('\n')
  return typeof value === 'string' ? value : ''
}
