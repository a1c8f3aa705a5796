import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { readable } from '../items/visibility.server.ts'
import type { Viewer } from '../users/viewer.ts'
import type { MappedRegion } from './map.ts'
import { listRegionsWithMembers } from './network.server.ts'

/**
 * The twelve regions in their official order, each with its members of the network and with what this
 * viewer may read from its collectivities: practices and tools, and challenges that they say they face.
 */
export async function listRegionsForMap(db: Db, viewer: Viewer): Promise<MappedRegion[]> {
  const regions = await listRegionsWithMembers(db)
  const counts = await countByRegion(db, viewer)
  return regions.map((region) => {
    const own = counts.filter(({ code }) => code === region.code)
    const of = (kind: string) => own.find((row) => row.kind === kind)?.count ?? 0
    return { ...region, library: of('library'), challenges: of('challenges') }
  })
}

function countByRegion(db: Db, viewer: Viewer) {
  const region = sql<string>`coalesce(place.region_code, place.code)`
  const library = db
    .selectFrom('item')
    .innerJoin('practice', 'practice.item_id', 'item.id')
    .innerJoin('collectivity as place', 'place.code', 'practice.collectivity_code')
    .where('item.kind', 'in', ['practice', 'tool'])
    .where('item.state', 'in', ['published', 'archived'])
    .where(readable(viewer))
    .groupBy(region)
    .select([region.as('code'), sql<string>`'library'`.as('kind')])
    .select(sql<number>`count(*)`.as('count'))
  const challenges = db
    .selectFrom('item')
    .innerJoin('challenge_face', 'challenge_face.challenge_id', 'item.id')
    .innerJoin('collectivity as place', 'place.code', 'challenge_face.collectivity_code')
    .where('item.kind', '=', 'challenge')
    .where('challenge_face.stance', '<>', 'observer')
    .where('item.state', 'in', ['published', 'archived'])
    .where(readable(viewer))
    .groupBy(region)
    .select([region.as('code'), sql<string>`'challenges'`.as('kind')])
    .select(sql<number>`count(distinct item.id)`.as('count'))
  return library.unionAll(challenges).execute()
}
