import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Attested } from '#app/domain/attestations/attestations.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import type { PracticeView } from '#app/domain/practices/view.ts'
import type { Audience as Readers, DraftAudience } from '#app/domain/spaces/audience.ts'
import { LANG_NAMES } from '#app/i18n/locales.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Audience } from './audience.tsx'
import { KindBadge, StateBadge } from './badge.tsx'
import { formatDate } from './dates.ts'
import { Link } from './link.tsx'
import { ModerationNotice } from './moderation-notice.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'

type Standing = {
  state: 'draft' | 'held' | 'submitted' | 'published' | 'archived'
  hidden_at: string | null
  hidden_reason: string | null
  space: { slug: string; name: string } | null
}

type Props = {
  practice: PracticeView
  id?: string
  standing: Standing
  audience?: Readers | DraftAudience
}

/** What it is, in which language, who can read it, and what is particular about it now. */
export function PracticeHeading({ practice, id, standing, audience }: Props) {
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
            <Versions practice={practice} id={id} />
            {practice.attested ? <AttestedBy practice={practice} by={practice.attested} /> : null}
            {audience ? <Audience audience={audience} /> : null}
          </>
        }
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

// In which language this is, when it is not the reader's, and which others there are.
function Versions({ practice, id }: Pick<Props, 'practice' | 'id'>) {
  const { t } = useTranslation()
  const reader = useLang()
  const { lang, versions, original } = practice
  if (versions.length < 2 && lang === reader) return null
  return (
    <div className="practice-versions">
      {lang === reader ? null : (
        <span>{t('practices.page.in_language', { lang: LANG_NAMES[lang] })}</span>
      )}
      {versions.length > 1 && id ? (
        <nav aria-label={t('practices.page.versions')}>
          <ul className="cluster">
            {versions.map((one) => (
              <li key={one}>
                <Link
                  to={`/practices/${id}?version=${one}`}
                  lang={one}
                  hrefLang={one}
                  aria-current={one === lang ? 'true' : undefined}
                >
                  {LANG_NAMES[one]}
                </Link>
                {one === original ? <small> {t('practices.page.original')}</small> : null}
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
  )
}
