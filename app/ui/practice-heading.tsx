import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Attested } from '#app/domain/attestations/attestations.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import type { PracticeView, SecondVersion } from '#app/domain/practices/view.ts'
import type { Audience as Readers, DraftAudience } from '#app/domain/spaces/audience.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Audience } from './audience.tsx'
import { KindBadge, StateBadge } from './badge.tsx'
import { formatDate } from '#app/i18n/dates.ts'
import { ModerationNotice } from './moderation-notice.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'
import { SecondTitle } from './practice-second.tsx'
import { type Asked, PracticeVersions } from './practice-versions.tsx'

type Standing = {
  state: 'draft' | 'held' | 'submitted' | 'published' | 'archived'
  hidden_at: string | null
  hidden_reason: string | null
  space: { slug: string; name: string } | null
}

type Props = {
  practice: PracticeView
  second?: SecondVersion | null
  id?: string
  standing: Standing
  audience?: Readers | DraftAudience
  /** How many collectivities ask for it in another language. */
  wishes?: Asked[]
  actions?: ReactNode
}

/** What it is, in which language, who can read it, and what is particular about it now. */
export function PracticeHeading(props: Props) {
  const { practice, second = null, id, standing, audience, wishes, actions } = props
  const { t } = useTranslation()
  const { state, hidden_at, hidden_reason, space } = standing
  const crumbs = [
    ...(space ? [{ to: `/spaces/${space.slug}`, label: space.name }] : []),
    { to: `/practices?kind=${practice.kind}`, label: t(`kinds.${practice.kind}s`) },
  ]
  return (
    <>
      <PageTitle
        breadcrumbs={crumbs}
        kicker={
          <>
            <KindBadge kind={practice.kind} />
            {state === 'published' ? null : <StateBadge state={state} />}
          </>
        }
        title={practice.title}
        lang={practice.lang}
        lead={
          practice.summary ? (
            <span lang={practice.lang} dir="auto">
              {practice.summary}
            </span>
          ) : undefined
        }
        meta={
          <>
            {second ? <SecondTitle second={second} /> : null}
            <PracticeVersions practice={practice} id={id} wishes={wishes} />
            {practice.attested ? <AttestedBy practice={practice} by={practice.attested} /> : null}
            {audience && !hidden_at ? <Audience audience={audience} /> : null}
          </>
        }
        actions={actions}
      />
      <ModerationNotice hiddenAt={hidden_at} reason={hidden_reason} />
      {state === 'submitted' ? <Notice>{t('practices.page.submitted')}</Notice> : null}
    </>
  )
}

// Who stands behind it, where its author wrote for others.
function AttestedBy({ practice, by }: { practice: PracticeView; by: Attested }) {
  const { t } = useTranslation()
  const place = placeName(useLang(), by)
  const changed = practice.edited_at !== null && practice.edited_at > by.at
  return (
    <p className="muted">
      {t('attestations.line', { place, date: formatDate(by.at, t) })}{' '}
      {changed ? t('attestations.changed') : null}
    </p>
  )
}
