import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Audience as Readers, DraftAudience } from '#app/domain/spaces/audience.ts'
import { Icon, type IconName } from './icon.tsx'
import { Readers as Named } from './readers.tsx'

const ICONS = {
  public: 'globe',
  network: 'people',
  private: 'lock',
  authors: 'edit',
  reviewers: 'clock',
} as const satisfies Record<string, IconName>

/**
 * Who can read this; stands wherever something is written or read. `space` names the space of the
 * audience, so that a draft inside one says who keeps order there. What is private names its readers.
 */
export function Audience({ audience }: { audience: Readers | DraftAudience }) {
  const { t } = useTranslation()
  const { visibility, space } = audience
  const count = 'members' in audience ? audience.members : 0
  const key = visibility === 'reviewers' && space ? 'reviewers_space' : visibility
  return (
    <>
      <p className="audience">
        <Icon name={ICONS[visibility]} />
        <span>{t(`ui.audience.${key}`, visibility === 'private' ? { count } : {})}</span>
      </p>
      {audience.people ? <Named people={audience.people} all={restOf(audience)} /> : null}
    </>
  )
}

// Where those are listed whom there was no room to name.
function restOf(audience: Readers | DraftAudience) {
  if (!('slug' in audience) || !audience.slug) return undefined
  const more = audience.members > (audience.people?.length ?? 0)
  return more ? `/spaces/${audience.slug}/members` : undefined
}
