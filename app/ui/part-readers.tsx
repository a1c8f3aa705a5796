import { MEMBER_PARTS, type MemberPart, PART_READERS } from '#app/domain/items/items.limits.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { RadioGroup } from './choice-group.tsx'
import { Icon } from './icon.tsx'
import { type FormState, one } from './practice-values.ts'

/** Whether a field of the form is a part that may be for members only. */
export function isMemberPart(name: string): name is MemberPart {
  return MEMBER_PARTS.some((part) => part === name)
}

/** Who reads one part of a practice. Where not everybody reads the rest, the choice rests as it was. */
export function PartReaders({ part, inPublic, values, errors }: FormState & { part: MemberPart }) {
  const { t } = useTranslation()
  const name = `${part}_readers`
  const chosen = one(values, name) || (part === 'obstacles' ? 'network' : 'public')
  if (!inPublic) return <input type="hidden" name={name} value={chosen} />
  return (
    <RadioGroup
      name={name}
      legend={t(`practices.fields.${name}`)}
      choices={PART_READERS.map((value) => ({
        value,
        label: t(`practices.part_readers.${value}`),
      }))}
      chosen={chosen}
      error={errors[name]}
    />
  )
}

/** Stands at a part that strangers know nothing of. */
export function MembersOnly() {
  const { t } = useTranslation()
  return (
    <span className="badge badge-kind">
      <Icon name="people" />
      {t('practices.page.members_only')}
    </span>
  )
}
