import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Lang } from '#db/schema.ts'
import { StateBadge } from './badge.tsx'
import { ButtonLink } from './button.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { Link } from './link.tsx'
import { Time } from './time.tsx'

type Draft = {
  id: string
  kind: string
  state: 'draft' | 'held' | 'submitted' | 'published' | 'archived'
  lang: Lang
  title: string | null
  created_at: string
  edited_at: string | null
  space_name: string | null
  own: boolean
}

/** What one has begun or handed in; a draft of one's own can be thrown away. */
export function DraftList({ drafts }: { drafts: Draft[] }) {
  return (
    <ul className="list practice-drafts">
      {drafts.map((draft) => (
        <li key={draft.id} className="stack">
          <OneDraft draft={draft} />
        </li>
      ))}
    </ul>
  )
}

function OneDraft({ draft }: { draft: Draft }) {
  const { t } = useTranslation()
  const { id, kind, state, lang, title, space_name, own } = draft
  return (
    <>
      <div>
        <StateBadge state={state} />
        <h3 lang={lang} dir="auto">
          <Link to={`/practices/${id}`}>{title}</Link>
        </h3>
        <p className="meta">
          <span>{t(`kinds.${kind}`)}</span>
          {space_name ? <bdi>{space_name}</bdi> : null}
          <Time value={draft.edited_at ?? draft.created_at} form="minute" />
        </p>
      </div>
      <div className="cluster">
        <ButtonLink to={`/practices/${id}/edit`} variant="secondary" small icon="edit">
          {t('drafts.continue')}
        </ButtonLink>
        {own && state === 'draft' ? (
          <ConfirmButton label={t('drafts.delete')} about={title} name="id" value={id} />
        ) : null}
      </div>
    </>
  )
}
