import type { Db } from '#db/client.server.ts'
import { countKinds } from '../search/counted.server.ts'
import { openColumns } from '../search/opened.server.ts'
import type { Viewer } from '../users/viewer.ts'

/**
 * What the library lists for this viewer is counted by and from how many collectivities it comes: what
 * the index knows, without what is archived, which is found and read and no longer offered. Takes what is
 * known of the index where it was opened already.
 */
export async function countLibrary(db: Db, viewer: Viewer, open?: Open) {
  const { columns, seen } = open ?? (await openColumns(db, viewer))
  const listed = without(columns.leads.place, seen, await listArchived(db))
  return countKinds({ columns, seen: listed }, ['practice', 'tool'])
}

// Ids alone, by the index `item_kind`: there are few, and what is counted only loses them.
async function listArchived(db: Db) {
  const rows = await db
    .selectFrom('item')
    .where('kind', 'in', ['practice', 'tool'])
    .where('state', '=', 'archived')
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

type Open = Awaited<ReturnType<typeof openColumns>>
type Seen = Open['seen']

// Counts are kept by the array that they were made of: the same one until something is archived.
const kept = new WeakMap<Seen, { archived: string; listed: Seen }>()

function without(places: Map<string, number>, seen: Seen, ids: string[]) {
  const archived = ids.join()
  const before = kept.get(seen)
  if (before?.archived === archived) return before.listed
  const listed = seen.slice()
  for (const id of ids) {
    const lead = places.get(id)
    if (lead !== undefined) listed[lead] = 0
  }
  kept.set(seen, { archived, listed })
  return listed
}
