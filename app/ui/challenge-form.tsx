import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { TITLE_MAX } from '#app/domain/items/items.limits.ts'
import { PRINCIPLES } from '#app/domain/principles/principles.ts'
import { CheckboxGroup } from './choice-group.tsx'
import { Field } from './field.tsx'
import { SimilarTitles } from './similar.tsx'
import { type SuggestedTag, TagSuggestions } from './tag-suggestions.tsx'

type TagsProps = { suggested: SuggestedTag[]; ticked: string[] }

/** The tags that its title and text name, to be ticked; stands under the text. */
export function ChallengeTags({ suggested, ticked }: TagsProps) {
  const from = ['title', 'body']
  return <TagSuggestions name="more_tags" from={from} suggested={suggested} ticked={ticked} />
}

type Props = {
  values: Record<string, string[]>
  errors: Record<string, string>
  /** When the challenge is new. */
  similar?: Card[]
}

/** What a challenge is called and filed under; its text is the composer's. */
export function ChallengeFields({ values, errors, similar }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <Field
        name="title"
        label={t('challenges.fields.title')}
        hint={t('challenges.fields.title_hint')}
        example={t('challenges.fields.title_example')}
        maxLength={TITLE_MAX}
        required
        defaultValue={values.title?.[0]}
        error={errors.title}
      />
      {similar ? <SimilarTitles similar={similar} seen={values.seen?.[0]} /> : null}
      <CheckboxGroup
        name="principles"
        legend={t('challenges.fields.principles')}
        hint={t('challenges.fields.principles_hint')}
        choices={PRINCIPLES.map((value) => ({ value, label: t(`principles.${value}`) }))}
        chosen={values.principles ?? []}
        error={errors.principles}
        columns
      />
      <Field
        name="tags"
        label={t('challenges.fields.tags')}
        hint={t('challenges.fields.tags_hint')}
        maxLength={500}
        defaultValue={values.tags?.[0]}
        error={errors.tags}
      />
    </>
  )
}
