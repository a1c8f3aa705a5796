import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import type { LogEntry } from '#app/domain/moderation/log.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Link } from './link.tsx'
import { Undo } from './moderation-forms.tsx'
import { Time } from './time.tsx'

/** One thing that was done: what, to what, by whom, when and why. */
export function LogLine({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation()
  const { verb, actor, actor_handle, actor_gone, created_at, detail, part, device } = entry
  return (
    <>
      <p>
        <strong>{t(`audit.${verb}`)}</strong>
      </p>
      <Subject entry={entry} />
      <p className="meta">
        <span>
          {actor && actor_handle ? (
            <Link to={`/people/${actor_handle}`}>
              <bdi>{actor}</bdi>
            </Link>
          ) : (
            t(actor_gone ? 'posts.gone' : 'moderation.log.program')
          )}
        </span>
        <span>
          <Time value={created_at} form="minute" />
        </span>
        {part ? (
          <span>
            {t('moderation.log.part')} <bdi dir="ltr">/{part}</bdi>
          </span>
        ) : null}
        {device ? <bdi>{device}</bdi> : null}
      </p>
      {typeof detail.reason === 'string' && detail.reason ? (
        <p>
          {t('moderation.reason')} — <bdi>{detail.reason}</bdi>
        </p>
      ) : null}
      {entry.undoable ? <Undo act={entry.id} /> : null}
    </>
  )
}

function Subject({ entry }: { entry: LogEntry }) {
  return (
    <div className="meta">
      <Item entry={entry} />
      <Person entry={entry} />
      <Change entry={entry} />
    </div>
  )
}

function Item({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation()
  const { item_id: id, item_kind: kind, item_title, item_lang, thread_id } = entry
  if (!id || !kind) return null
  const title = item_title ?? t(`kinds.${kind}`)
  return (
    <Link
      to={itemPath({ id, kind, title, thread_id })}
      lang={item_title ? (item_lang ?? '') : undefined}
    >
      <bdi>{title}</bdi>
    </Link>
  )
}

function Person({ entry: { person, person_handle, actor_handle } }: { entry: LogEntry }) {
  if (!person || person_handle === actor_handle) return null
  return (
    <Link to={`/people/${person_handle}`}>
      <bdi>{person}</bdi>
    </Link>
  )
}

// The rest of what an entry may be about: a collectivity, a tag, a concept, a space, a role.
function Change({ entry }: { entry: LogEntry }) {
  const lang = useLang()
  const { t } = useTranslation()
  const { code, name_ar, name_fr, tag, concept, space, space_name, verb, detail } = entry
  if (code && name_ar && name_fr) {
    return <Link to={placePath({ code, name_fr })}>{placeName(lang, { name_ar, name_fr })}</Link>
  }
  if (tag) {
    return (
      <span>
        {verb === 'tag_merged' ? t('moderation.log.merged', { from: String(detail.from) }) : null}{' '}
        <Link to={`/tags/${tag}`}>{tag}</Link>
      </span>
    )
  }
  if (concept) return <Link to={`/moderation/thesaurus/${concept}`}>{concept}</Link>
  if (space) {
    return (
      <Link to={`/spaces/${space}`}>
        <bdi>{space_name}</bdi>
      </Link>
    )
  }
  if (verb === 'concept_deleted') return <span>{String(detail.slug)}</span>
  if (verb === 'act_undone') return <span>{t(`audit.${detail.verb}`)}</span>
  return verb === 'role_changed' ? <span>{t(`admin.roles.${detail.to}`)}</span> : null
}
