import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'
import { SECTIONS, SENT_MINUTES } from './items.limits.ts'
import type { Texts } from './texts.server.ts'
import { onlyReadable } from './visibility.server.ts'

type Place = Pick<Row<'item'>, 'kind' | 'space_id'> & { thread_id?: string; isDraft?: boolean }

/**
 * The id of what a person sent a short while ago to the same place with the same words; undefined where it
 * is new. Takes the transaction that would add it: a button pressed twice, or a page sent again because
 * the answer never came, adds nothing.
 */
export async function findSent(trx: Db, viewer: SignedIn, place: Place, texts: Texts) {
  const since = lately()
  const rows = await trx
    .selectFrom('item')
    .innerJoin('item_text', (join) =>
      join.onRef('item_text.item_id', '=', 'item.id').onRef('item_text.lang', '=', 'item.lang'),
    )
    .where('item.author_id', '=', viewer.id)
    .where('item.kind', '=', place.kind)
    // By the index of what one has published; what is held, handed in or a draft has no day yet.
    .where((eb) =>
      eb.or([eb('item.published_at', '>', since), eb('item.published_at', 'is', null)]),
    )
    .where('item.created_at', '>', since)
    .where('item.hidden_at', 'is', null)
    .where('item.state', place.isDraft ? '=' : '<>', 'draft')
    .where(sql<boolean>`item.space_id is ${place.space_id}`)
    .where(sql<boolean>`item.thread_id is ${place.thread_id ?? null}`)
    .where(sql<boolean>`item_text.title is ${texts.title ?? null}`)
    .where(sql<boolean>`coalesce(item_text.summary, '') = ${texts.summary ?? ''}`)
    .$call(onlyReadable(viewer))
    .select('item.id')
    .select(
      sql<string>`(select json_group_object(name, source) from section
        where section.item_id = item.id and section.lang = item.lang)`.as('sections'),
    )
    .execute()
  return rows.find(({ sections }) => isSame(JSON.parse(sections) as Sections, texts.sections))?.id
}

type Sections = Texts['sections']

// An empty section is not kept.
function isSame(kept: Sections = {}, sent: Sections = {}) {
  return SECTIONS.every((name) => (kept[name] ?? '') === (sent[name] ?? ''))
}

/** The ids of what this viewer wrote so shortly ago that they may be sending it once more. */
export async function listJustSent(db: Db, viewer: Viewer) {
  if (!viewer) return []
  const rows = await db
    .selectFrom('item')
    .where('author_id', '=', viewer.id)
    .where('published_at', '>', lately())
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Since when the same words are taken for what was sent already: ISO 8601. */
export function lately() {
  return new Date(Date.now() - SENT_MINUTES * 60_000).toISOString()
}
