import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { bestLang } from '../items/cards.server.ts'
import { newestFirst } from '../items/page.server.ts'
import { type Cursor, type Page, PAGE_SIZE, pageOf } from '../items/page.ts'
import { readable } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { goneActor } from './audit.server.ts'
import type { LogEntry, LogFilter } from './log.ts'
import { undoable } from './undo.server.ts'

type Asked = LogFilter & { before?: Cursor; limit?: number }

/**
 * A page of what was done in the network, the latest first. What happened in a private space is
 * for its members alone and never stands here, whoever asks.
 */
export async function listLog(
  db: Db,
  viewer: SignedIn,
  lang: Lang,
  { verb, actor, about, from, until, before, limit = PAGE_SIZE }: Asked,
): Promise<Page<LogEntry>> {
  const rows = await entries(db, viewer, lang)
    .$if(about !== undefined, (qb) => qb.where(isAbout(about ?? '')))
    .$if(verb !== undefined, (qb) => qb.where('audit.verb', '=', verb ?? ''))
    .$if(actor !== undefined, (qb) => qb.where('actor.handle', '=', actor ?? ''))
    .$if(from !== undefined, (qb) => qb.where('audit.created_at', '>=', from ?? ''))
    .$if(until !== undefined, (qb) => qb.where('audit.created_at', '<', `${until}T24`))
    .$call(newestFirst('audit.created_at', 'audit.id', { after: before, size: limit }))
    .execute()
  return pageOf(rows.map(toEntry), (row) => row.created_at, limit)
}

function entries(db: Db, viewer: SignedIn, lang: Lang) {
  return subjects(db, viewer, lang)
    .where(open('audit.space_id'))
    .where(open('about.space_id'))
    .select(['audit.id', 'audit.created_at', 'audit.verb', 'audit.subject_kind', 'audit.detail'])
    .select(['audit.subject_id', 'audit.place as part', 'audit.device'])
    .select(undoable(viewer).as('undoable'))
    .select(['actor.name as actor', 'actor.handle as actor_handle'])
    .select(goneActor.as('actor_gone'))
    .select(['person.name as person', 'person.handle as person_handle'])
    .select(['item.id as item_id', 'item.kind as item_kind', 'item.thread_id'])
    .select(['item_text.title as item_title', 'item_text.lang as item_lang'])
    .select(['tag.slug as tag', 'concept.slug as concept'])
    .select(['space.slug as space', 'space.name as space_name'])
    .select(['place.code', 'place.name_ar', 'place.name_fr'])
}

// The subject of an entry, by its kind, as far as it still exists and this viewer may read it.
function subjects(db: Db, viewer: SignedIn, lang: Lang) {
  return db
    .selectFrom('audit')
    .leftJoin('user as actor', 'actor.id', 'audit.actor_id')
    .leftJoin('seat', (join) =>
      join.onRef('seat.id', '=', 'audit.subject_id').on('audit.subject_kind', '=', 'seat'),
    )
    .leftJoin('user as person', (join) =>
      join.on(sql<boolean>`person.id = case audit.subject_kind when 'user' then audit.subject_id
        when 'seat' then seat.user_id end`),
    )
    .leftJoin('item as about', 'about.id', 'audit.subject_id')
    .leftJoin('item', (join) => join.onRef('item.id', '=', 'audit.subject_id').on(readable(viewer)))
    .leftJoin('item_text', (join) =>
      join.onRef('item_text.item_id', '=', 'item.id').on('item_text.lang', '=', bestLang(lang)),
    )
    .leftJoin('tag', (join) =>
      join.onRef('tag.id', '=', 'audit.subject_id').on('audit.subject_kind', '=', 'tag'),
    )
    .leftJoin('concept', (join) =>
      join.onRef('concept.id', '=', 'audit.subject_id').on('audit.subject_kind', '=', 'concept'),
    )
    .leftJoin('space', 'space.id', 'audit.space_id')
    .leftJoin('collectivity as place', (join) =>
      join.on(sql<boolean>`place.code = case audit.subject_kind
        when 'collectivity' then audit.subject_id else seat.collectivity_code end`),
    )
}

function open(column: string) {
  return sql<boolean>`not exists (select 1 from space as closed
    where closed.id = ${sql.ref(column)} and closed.visibility = 'private')`
}

/**
 * What an entry is about: a person (`@handle`) with their seats and what they wrote, or else what is
 * named by its id, its slug, its code or its whole address.
 */
function isAbout(named: string) {
  if (named.startsWith('@')) {
    const person = sql`select id from user where handle = ${named.slice(1)}`
    return sql<boolean>`audit.subject_id in (${person}
      union all select held.id from seat as held where held.user_id in (${person})
      union all select own.id from item as own where own.author_id in (${person}))`
  }
  return sql<boolean>`(audit.subject_id in (select ${named}
      union all select id from tag where slug = ${named}
      union all select id from concept where slug = ${named})
    or audit.space_id in (select named.id from space as named where named.slug = ${named}))`
}

function toEntry<T extends { detail: string; undoable: 0 | 1 }>({ detail, undoable, ...row }: T) {
  const details = JSON.parse(detail) as Record<string, unknown>
  return { ...row, detail: details, undoable: Boolean(undoable) }
}
