import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { readable } from '../items/visibility.server.ts'
import type { Viewer } from '../users/viewer.ts'

// How many of each are named; regions are twelve.
const MOST_NAMED = 6

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
 * of it this viewer may read. Whoever is suspended or has left is not named.
 */
export async function listActive(db: Db, viewer: Viewer, tagId: string): Promise<Active> {
  const { active } = await db
    // Whether one may read it is asked once of each.
    .with(
      (cte) => cte('held').materialized(),
      (qb) =>
        qb
          .selectFrom('item_tag')
          .innerJoin('item', 'item.id', 'item_tag.item_id')
          .leftJoin('practice', 'practice.item_id', 'item.id')
          .leftJoin('seat', 'seat.id', 'item.seat_id')
          .where('item_tag.tag_id', '=', tagId)
          .where('item.state', 'in', ['published', 'archived'])
          .where('item.hidden_at', 'is', null)
          .where(readable(viewer))
          .select('item.author_id')
          .select(
            sql<string>`coalesce(practice.collectivity_code, seat.collectivity_code)`.as('code'),
          ),
    )
    .selectNoFrom(
      sql<string>`json_object('regions', ${REGIONS}, 'places', ${PLACES}, 'people', ${PEOPLE})`.as(
        'active',
      ),
    )
    .executeTakeFirstOrThrow()
  return JSON.parse(active) as Active
}

const AS_PLACE = sql`json_group_array(json_object('code', code, 'name_ar', name_ar,
  'name_fr', name_fr, 'count', count))`

const REGIONS = sql`(select ${AS_PLACE} from (
  select region.code, region.name_ar, region.name_fr, count(*) as count from held
  cross join collectivity as town on town.code = held.code
  cross join collectivity as region on region.code = coalesce(town.region_code, town.code)
  group by region.code order by count desc, region.code))`

const PLACES = sql`(select ${AS_PLACE} from (
  select town.code, town.name_ar, town.name_fr, count(*) as count from held
  cross join collectivity as town on town.code = held.code
  group by town.code order by count desc, town.code limit ${sql.lit(MOST_NAMED)}))`

const PEOPLE = sql`(select json_group_array(json_object('handle', handle, 'name', name,
  'count', count)) from (
  select writer.handle, writer.name, count(*) as count from held
  cross join user as writer on writer.id = held.author_id and writer.suspended_at is null
  group by writer.id order by count desc, writer.id limit ${sql.lit(MOST_NAMED)}))`
