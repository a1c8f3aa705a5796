import type { Db } from '#db/client.server.ts'
import { type Counts, countSources } from '../search/counted.server.ts'
import { openColumns } from '../search/opened.server.ts'
import type { Viewer } from '../users/viewer.ts'

// How many of each are named; regions are twelve.
const MOST_NAMED = 6

// So many are looked up, for some may be suspended.
const MOST_COUNTED = 30

type Counted = { count: number }
type Place = Counted & { code: string; name_ar: string; name_fr: string }

/** Who is active with a tag and where, those with most first. */
export type Active = {
  regions: Place[]
  places: Place[]
  people: (Counted & { handle: string; name: string })[]
}

/**
 * The regions, collectivities and people that what is filed under a tag comes from, each with how much
 * of it this viewer may read, as the index has it. Whoever is suspended or has left is not named.
 */
export async function listActive(db: Db, viewer: Viewer, tagId: string): Promise<Active> {
  const open = await openColumns(db, viewer)
  const { regions, places, people } = countSources(open, tagId, MOST_COUNTED)
  const named = places.slice(0, MOST_NAMED)
  const found = await db
    .selectFrom('collectivity')
    .where('code', 'in', valuesOf([...regions, ...named]))
    .select(['code', 'name_ar', 'name_fr'])
    .execute()
  const writers = await db
    .selectFrom('user')
    .where('id', 'in', valuesOf(people))
    .where('suspended_at', 'is', null)
    .select(['id', 'handle', 'name'])
    .execute()
  return {
    regions: counted(regions, found, ({ code }) => code),
    places: counted(named, found, ({ code }) => code),
    people: counted(people, writers, ({ id }) => id)
      .map(({ handle, name, count }) => ({ handle, name, count }))
      .slice(0, MOST_NAMED),
  }
}

function valuesOf(counts: Counts) {
  return counts.map(({ value }) => value)
}

// In the order of the counts; what was not found is passed over.
function counted<T>(counts: Counts, found: T[], keyOf: (one: T) => string) {
  return counts.flatMap(({ value, count }) =>
    found.filter((one) => keyOf(one) === value).map((one) => ({ ...one, count })),
  )
}
