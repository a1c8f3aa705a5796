import type { Db } from '#db/client.server.ts'
import { placeCode } from '../items/cards.server.ts'

export type OpenItem = Awaited<ReturnType<typeof findItems>>[number]

/**
 * Those of these items that are open to all of their audience: no drafts, nothing held or hidden, no
 * reply in a thread that is. In the order of the ids.
 */
export async function openItems(db: Db, itemIds: string[]): Promise<OpenItem[]> {
  const items = new Map((await findItems(db, itemIds)).map((item) => [item.id, item]))
  return itemIds.flatMap((id) => items.get(id) ?? []).filter(isOpen)
}

export type Facts = ReturnType<typeof factsFrom>

/**
 * What the rows of these items say beside their words, each by its id: where it stands and what it
 * is filed under. The rows of a reply only lead to its thread, those of a step to its
 * practice.
 */
export async function factsOf(db: Db, items: OpenItem[]): Promise<Map<string, Facts>> {
  const leads = items.filter(({ thread_id }) => thread_id === null)
  const filed =
    leads.length > 0
      ? await filedUnder(
          db,
          leads.map(({ id }) => id),
        )
      : NOWHERE
  return new Map(items.map((item) => [item.id, factsFrom(item, filed)]))
}

/** What was read of several items in one statement, to be asked for by the id of one. */
export function byItem<T extends { item_id: string | null }>(rows: T[]): (itemId: string) => T[] {
  const groups = new Map<string | null, T[]>()
  for (const row of rows) {
    const group = groups.get(row.item_id)
    if (group) group.push(row)
    else groups.set(row.item_id, [row])
  }
  return (itemId) => groups.get(itemId) ?? []
}

function findItems(db: Db, itemIds: string[]) {
  return db
    .selectFrom('item')
    .leftJoin('item as parent', 'parent.id', 'item.thread_id')
    .leftJoin('practice', 'practice.item_id', 'item.id')
    .leftJoin('seat', 'seat.id', 'item.seat_id')
    .leftJoin('collectivity as here', (join) => join.on('here.code', '=', placeCode()))
    .where('item.id', 'in', itemIds)
    .select(['item.id', 'item.kind', 'item.space_id', 'item.thread_id', 'item.author_id'])
    .select(['item.state', 'item.hidden_at', 'item.published_at'])
    .select(['parent.state as parent_state', 'parent.hidden_at as parent_hidden_at'])
    .select(['practice.stage', 'practice.year', 'practice.place', 'practice.obstacles_readers'])
    .select(['here.code', 'here.kind as place_kind', 'here.milieu', 'here.region_code'])
    .execute()
}

function isOpen({ state, hidden_at, thread_id, parent_state, parent_hidden_at }: OpenItem) {
  const open = ['published', 'archived']
  if (!open.includes(state) || hidden_at) return false
  return thread_id === null || (open.includes(parent_state ?? '') && !parent_hidden_at)
}

type Filed = Awaited<ReturnType<typeof filedUnder>>

async function filedUnder(db: Db, ids: string[]) {
  const principles = await db
    .selectFrom('item_principle')
    .where('item_id', 'in', ids)
    .select(['item_id', 'principle'])
    .execute()
  const tags = await db
    .selectFrom('item_tag')
    .where('item_id', 'in', ids)
    .select(['item_id', 'tag_id'])
    .execute()
  const authors = await db
    .selectFrom('co_author')
    .where('item_id', 'in', ids)
    .select(['item_id', 'user_id'])
    .execute()
  const files = await db.selectFrom('file').where('item_id', 'in', ids).select('item_id').execute()
  return {
    principles: byItem(principles),
    tags: byItem(tags),
    authors: byItem(authors),
    files: byItem(files),
  }
}

const NOWHERE: Filed = {
  principles: () => [],
  tags: () => [],
  authors: () => [],
  files: () => [],
}

// The order of the names is part of the fingerprint.
function factsFrom(item: OpenItem, filed: Filed) {
  const { id, kind, space_id, thread_id, published_at, stage, code } = item
  const lead = { item_id: id, lead_id: thread_id ?? id, space_id, published_at }
  if (thread_id !== null) return { ...lead, ...NOTHING }
  const co_authors = filed.authors(id).map(({ user_id }) => user_id)
  return {
    ...lead,
    kind,
    collectivity_code: code,
    region_code: item.place_kind === 'region' ? code : item.region_code,
    place_kind: placeKind(item),
    stage,
    year: item.year ?? (Number(published_at?.slice(0, 4)) || null),
    files: filed.files(id).length,
    archived: item.state === 'archived' ? (1 as const) : (0 as const),
    principles: JSON.stringify(
      filed
        .principles(id)
        .map(({ principle }) => principle)
        .sort(),
    ),
    tags: JSON.stringify(
      filed
        .tags(id)
        .map(({ tag_id }) => tag_id)
        .sort(),
    ),
    authors: JSON.stringify(item.author_id ? [item.author_id, ...co_authors] : co_authors),
  }
}

const NOTHING = {
  kind: null,
  collectivity_code: null,
  region_code: null,
  place_kind: null,
  stage: null,
  year: null,
  files: 0,
  archived: 0 as const,
  principles: '[]',
  tags: '[]',
  authors: '[]',
}

// What one looks for is «a rural commune»; what a prefecture is, is a province in town.
function placeKind({ place_kind, milieu }: OpenItem) {
  if (place_kind === 'prefecture') return 'province'
  return place_kind === 'commune' && milieu ? `${milieu}_commune` : place_kind
}
