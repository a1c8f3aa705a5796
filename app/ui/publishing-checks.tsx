import { useTranslation } from '#app/i18n/use-translation.ts'
import { CHECKS } from '#app/domain/items/checks.ts'
import { CheckboxGroup } from './choice-group.tsx'

type Props = { checked?: readonly string[]; error?: string }

/** The short list that whoever publishes goes through, point by point. */
export function PublishingChecks({ checked, error }: Props) {
  const { t } = useTranslation()
  return (
    <CheckboxGroup
      name="checked"
      legend={t('publishing.title')}
      hint={t('publishing.hint')}
      choices={CHECKS.map((value) => ({
        value,
        label: t(`publishing.${value}.label`),
        hint: t(`publishing.${value}.hint`),
      }))}
      chosen={checked}
      error={error}
      required
    />
  )
}
