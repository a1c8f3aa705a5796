import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { placeCode } from '../items/cards.server.ts'
import { readable } from '../items/visibility.server.ts'
import { countLibrary } from '../search/counted.server.ts'
import { openColumns } from '../search/opened.server.ts'
import type { Viewer } from '../users/viewer.ts'
import type { MappedArea } from './map.ts'
import { isMemberNow, listRegionsWithMembers } from './network.server.ts'

/**
 * The twelve regions in their official order, each with its members of the network and with what this
 * viewer may read from its collectivities: practices and tools, as the library's own filter finds them,
 * and challenges that they say they face.
 */
export async function listRegionsForMap(db: Db, viewer: Viewer): Promise<MappedArea[]> {
  const regions = await listRegionsWithMembers(db)
  const area = sql<string>`coalesce(place.region_code, place.code)`
  const { facets } = countLibrary(await openColumns(db, viewer))
  const library = facets.region.map(({ value, count }) => ({ code: value, kind: 'library', count }))
  const challenges = await challengesBy(db, viewer, area).execute()
  return withCounts(regions, [...library, ...challenges])
}

/**
 * The provinces and prefectures of a region by name, with the same; before them the region itself, with
 * what is its own and in no province.
 */
export async function listProvincesForMap(db: Db, viewer: Viewer, region: string) {
  const provinces = await db
    .selectFrom('collectivity as area')
    .where((eb) =>
      eb.or([
        eb('area.code', '=', region),
        eb('area.region_code', '=', region).and('area.kind', 'in', ['province', 'prefecture']),
      ]),
    )
    .orderBy(sql`area.code <> ${region}`)
    .orderBy('area.name_fr')
    .select(['area.code', 'area.name_ar', 'area.name_fr'])
    .select(
      sql<number>`(select count(*) from collectivity as member
        where (member.code = area.code or member.province_code = area.code)
          and ${isMemberNow('member')})`.as('members'),
    )
    .execute()
  const area = sql<string>`coalesce(place.province_code, place.code)`
  return withCounts(provinces, await countBy(db, viewer, area, region))
}

type Counted = { code: string; kind: string; count: number }

function withCounts(areas: Omit<MappedArea, 'library' | 'challenges'>[], counts: Counted[]) {
  return areas.map((area): MappedArea => {
    const own = counts.filter(({ code }) => code === area.code)
    const of = (kind: string) => own.find((row) => row.kind === kind)?.count ?? 0
    return { ...area, library: of('library'), challenges: of('challenges') }
  })
}

function countBy(db: Db, viewer: Viewer, area: RawBuilder<string>, region: string) {
  const library = db
    .selectFrom('item')
    .innerJoin('practice', 'practice.item_id', 'item.id')
    .leftJoin('seat', 'seat.id', 'item.seat_id')
    .innerJoin('collectivity as place', (join) => join.on('place.code', '=', placeCode()))
    .where('item.kind', 'in', ['practice', 'tool'])
    .where('item.state', '=', 'published')
    .where('item.hidden_at', 'is', null)
    .where(readable(viewer))
    .where(within(region))
    .groupBy(area)
    .select([area.as('code'), sql<string>`'library'`.as('kind')])
    .select(sql<number>`count(*)`.as('count'))
  return library.unionAll(challengesBy(db, viewer, area).where(within(region))).execute()
}

function challengesBy(db: Db, viewer: Viewer, area: RawBuilder<string>) {
  return db
    .selectFrom('item')
    .innerJoin('challenge_face', 'challenge_face.challenge_id', 'item.id')
    .innerJoin('collectivity as place', 'place.code', 'challenge_face.collectivity_code')
    .where('item.kind', '=', 'challenge')
    .where('challenge_face.stance', '<>', 'observer')
    .where('item.state', 'in', ['published', 'archived'])
    .where(readable(viewer))
    .groupBy(area)
    .select([area.as('code'), sql<string>`'challenges'`.as('kind')])
    .select(sql<number>`count(distinct item.id)`.as('count'))
}

function within(region: string) {
  return sql<boolean>`(place.region_code = ${region} or place.code = ${region})`
}
