import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { bestLang } from '../items/cards.server.ts'
import { type Cursor, type Page, PAGE_SIZE, pageOf } from '../items/page.ts'
import { readable } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import type { LogEntry } from './log.ts'

type Filter = {
  verb?: string
  /** A handle. */
  actor?: string
  /** Days, `2026-11-23`, both included. */
  from?: string
  until?: string
}

/**
 * A page of what was done in the network, the latest first. What happened in a private space is
 * for its members alone and never stands here, whoever asks.
 */
export async function listLog(
  db: Db,
  viewer: SignedIn,
  lang: Lang,
  { verb, actor, from, until, before }: Filter & { before?: Cursor },
): Promise<Page<LogEntry>> {
  const rows = await entries(db, viewer, lang)
    .$if(verb !== undefined, (qb) => qb.where('audit.verb', '=', verb ?? ''))
    .$if(actor !== undefined, (qb) => qb.where('actor.handle', '=', actor ?? ''))
    .$if(from !== undefined, (qb) => qb.where('audit.created_at', '>=', from ?? ''))
    .$if(until !== undefined, (qb) => qb.where('audit.created_at', '<', `${until}T24`))
    .$if(before !== undefined, (qb) =>
      qb.where(sql<boolean>`(audit.created_at, audit.id) < (${before?.at}, ${before?.id})`),
    )
    .orderBy('audit.created_at', 'desc')
    .orderBy('audit.id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute()
  return pageOf(rows.map(withDetail), (row) => row.created_at)
}

function entries(db: Db, viewer: SignedIn, lang: Lang) {
  return subjects(db, viewer, lang)
    .where(open('audit.space_id'))
    .where(open('about.space_id'))
    .select(['audit.id', 'audit.created_at', 'audit.verb', 'audit.subject_kind', 'audit.detail'])
    .select(['actor.name as actor', 'actor.handle as actor_handle'])
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

function withDetail<T extends { detail: string }>({ detail, ...row }: T) {
  return { ...row, detail: JSON.parse(detail) as Record<string, unknown> }
}
