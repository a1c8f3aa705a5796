import { useTranslation } from '#app/i18n/use-translation.ts'
import { REASON_MAX } from '#app/domain/items/items.limits.ts'
import { ANSWERS, type AnswerVerb } from '#app/domain/moderation/answers.ts'
import { RadioGroup } from './choice-group.tsx'
import { Field } from './field.tsx'

type Props = {
  verb: AnswerVerb
  /** Where the page has several of these. */
  id?: string
  values?: { answer?: unknown; reason?: unknown }
  error?: string
  /** Whoever is told may be told without a reason. */
  optional?: boolean
}

/** Why not, as the person concerned will read it: a ready answer, one's own words, or both. */
export function ReasonFields({ verb, id = verb, values = {}, error, optional }: Props) {
  const { t } = useTranslation()
  const ready = ANSWERS[verb].map((value) => ({
    value,
    label: t(`moderation.answers.${verb}.${value}`),
  }))
  return (
    <>
      <RadioGroup
        id={`answer-${id}`}
        name="answer"
        legend={t('moderation.answer')}
        hint={t('moderation.answer_hint')}
        choices={[{ value: '', label: t('moderation.answer_none') }, ...ready]}
        chosen={text(values.answer)}
      />
      <Field
        id={`reason-${id}`}
        name="reason"
        label={t('moderation.reason')}
        hint={t(optional ? 'moderation.reason_optional' : 'moderation.reason_hint')}
        error={error}
        defaultValue={text(values.reason)}
        maxLength={REASON_MAX}
        cut={verb === 'refuse_join'}
        multiline
        rows={3}
        plain
      />
    </>
  )
}

function text(value: unknown) {
  return typeof value === 'string' ? value : ''
}
