import { useTranslation } from 'react-i18next'
import type { Audience as Readers, DraftAudience } from '#app/domain/spaces/audience.ts'
import { Icon, type IconName } from './icon.tsx'

const ICONS = {
  public: 'globe',
  network: 'people',
  private: 'lock',
  authors: 'edit',
  reviewers: 'clock',
} as const satisfies Record<string, IconName>

/**
 * Who can read this; stands wherever something is written or read. `space` names the space of the
 * audience, so that a draft inside one says who keeps order there.
 */
export function Audience({ audience }: { audience: Readers | DraftAudience }) {
  const { t } = useTranslation()
  const { visibility, space } = audience
  const count = 'members' in audience ? audience.members : 0
  const key = visibility === 'reviewers' && space ? 'reviewers_space' : visibility
  return (
    <p className="audience">
      <Icon name={ICONS[visibility]} />
      <span>{t(`ui.audience.${key}`, visibility === 'private' ? { count } : {})}</span>
    </p>
  )
}
