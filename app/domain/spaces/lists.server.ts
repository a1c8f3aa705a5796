import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import type { Card } from '../items/cards.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import { newestFirst } from '../items/page.server.ts'
import { type Cursor, PAGE_SIZE, pageOf } from '../items/page.ts'
import { readable } from '../items/visibility.server.ts'
import type { Viewer } from '../users/viewer.ts'
import { spaces } from './spaces.server.ts'

/** The viewer's own spaces, by name. */
export async function listOwnSpaces(db: Db, viewer: Viewer) {
  if (!viewer) return []
  return listed(db, viewer)
    .where('own.role', 'is not', null)
    .orderBy(sql`space.archived_at is not null`)
    .orderBy('space.name')
    .execute()
}

/** A page of the other spaces that the viewer may see, the newest first. */
export async function listOtherSpaces(db: Db, viewer: Viewer, after?: Cursor) {
  const rows = await listed(db, viewer)
    .where('own.role', 'is', null)
    .$call(newestFirst('space.created_at', 'space.id', { after }))
    .execute()
  return pageOf(rows, (row) => row.created_at)
}

// What is counted is what this viewer may read, so that a count tells of nothing else.
function listed(db: Db, viewer: Viewer) {
  return spaces(db, viewer)
    .select(countOf(viewer, ['thread']).as('threads'))
    .select(countOf(viewer, ['practice', 'tool']).as('practices'))
    .select(countOf(viewer, ['document']).as('documents'))
}

function countOf(viewer: Viewer, kinds: readonly string[]) {
  return sql<number>`(select count(*) from item where item.space_id = space.id
    and item.kind in (${sql.join(kinds)}) and item.state = 'published' and ${readable(viewer)})`
}

export const SPACE_LISTS = {
  threads: ['thread'],
  challenges: ['challenge'],
  practices: ['practice', 'tool'],
} as const

export type SpaceList = keyof typeof SPACE_LISTS

type Part = { spaceId: string; list: SpaceList; after?: Cursor; size?: number }

/** A page of what a space has of one sort and the viewer may read; threads by their last reply. */
export async function listSpaceCards(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  { spaceId, list, after, size = PAGE_SIZE }: Part,
) {
  const at = list === 'threads' ? 'thread.last_post_at' : 'item.published_at'
  const query = cardQuery(db, viewer, lang)
    .where('item.space_id', '=', spaceId)
    .where('item.kind', 'in', SPACE_LISTS[list])
    .where('item.state', '=', 'published')
    .$call(newestFirst(at, 'item.id', { after, size }))
    .select(`${at} as sorted_at`)
  const cards = (await listCards(query)) as (Card & { sorted_at: string })[]
  return pageOf(cards, (card) => card.sorted_at, size)
}
