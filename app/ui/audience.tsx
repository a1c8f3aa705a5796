import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from './icon.tsx'

const ICONS = {
  public: 'globe',
  network: 'people',
  private: 'lock',
  authors: 'edit',
  reviewers: 'clock',
} as const satisfies Record<string, IconName>

type Props = { who: keyof typeof ICONS; space?: string }

/** Who can read this; stands wherever something is written. `space` names a private one. */
export function Audience({ who, space }: Props) {
  const { t } = useTranslation()
  return (
    <p className="audience">
      <Icon name={ICONS[who]} />
      <span>{t(`ui.audience.${who}`, { space, context: space ? 'named' : undefined })}</span>
    </p>
  )
}
