import type { SelectQueryBuilder } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Database } from '#db/schema.ts'
import { foldName } from '../reference/territories.server.ts'
import { isOneSlip } from '../search/near.server.ts'

/**
 * The collectivities whose name, in any spelling, has a word that begins with what was typed, the word for
 * what it is (« commune de ») left out where nothing is called so with it. Regions come first, then
 * provinces, then communes. Takes the words, how many at most, and the code of the region to look in.
 */
export async function searchCollectivities(db: Db, typed: string, limit = 20, region?: string) {
  const whole = foldName(typed)
  for (const from of new Set([whole, whole.replace(KIND, '')])) {
    const called = db
      .selectFrom('collectivity_name')
      .where('folded', '>=', from)
      .where('folded', '<', `${from}\u{10FFFF}`)
    const found = from ? await listCalled(db, called, limit, region) : []
    if (found.length) return found
  }
  return []
}

/**
 * The same, and where there are none those whose name is one slip of the hand away (`near`). Takes the same;
 * for who looks one up, not for where others come beside it.
 */
export async function lookUpCollectivities(db: Db, typed: string, limit = 20, region?: string) {
  const places = await searchCollectivities(db, typed, limit, region)
  if (places.length) return { places, near: false }
  return { places: await listNear(db, typed, limit, region), near: true }
}

async function listNear(db: Db, typed: string, limit: number, region: string | undefined) {
  const name = foldName(typed).replace(KIND, '')
  if (name.length < SHORTEST_NEAR) return []
  const names = await db
    .selectFrom('collectivity_name')
    .where((eb) =>
      eb.between(eb.fn<number>('length', ['folded']), name.length - 1, name.length + 1),
    )
    .select('folded')
    .distinct()
    .execute()
  const near = names.map(({ folded }) => folded).filter((folded) => isOneSlip(folded, name))
  const called = db.selectFrom('collectivity_name').where('folded', 'in', near)
  return near.length ? listCalled(db, called, limit, region) : []
}

// Folded, as names are.
const KIND =
  /^(?:(?:ال)?(?:جماعه|اقليم|عماله|جهه|مدينه)(?: ال(?:ترابيه|حضريه|قرويه))?|(?:communes?|provinces?|prefectures?|regions?|ville|municipalite)(?: (?:urbaine|rurale|territoriale))?(?: (?:de la|de l|des|du|de|d))?) /

// A shorter one is one slip away from too many.
const SHORTEST_NEAR = 4

function listCalled(
  db: Db,
  called: SelectQueryBuilder<Database, 'collectivity_name', unknown>,
  limit: number,
  region: string | undefined,
) {
  return db
    .selectFrom('collectivity')
    .leftJoin('collectivity as province', 'province.code', 'collectivity.province_code')
    .where('collectivity.code', 'in', called.select('collectivity_code'))
    .$if(region !== undefined, (qb) =>
      qb.where((eb) =>
        eb.or([
          eb('collectivity.code', '=', region ?? ''),
          eb('collectivity.region_code', '=', region ?? ''),
        ]),
      ),
    )
    .orderBy((eb) =>
      eb
        .case('collectivity.kind')
        .when('region')
        .then(0)
        .when('commune')
        .then(2)
        .when('arrondissement')
        .then(3)
        .else(1)
        .end(),
    )
    .orderBy('collectivity.name_fr')
    .limit(limit)
    .select([
      'collectivity.code',
      'collectivity.kind',
      'collectivity.name_ar',
      'collectivity.name_fr',
    ])
    .select(['province.name_ar as province_ar', 'province.name_fr as province_fr'])
    .execute()
}

/** A collectivity by its code, with what it lies in and where its programme stands; undefined when there is none. */
export async function findCollectivity(db: Db, code: string) {
  return db
    .selectFrom('collectivity')
    .leftJoin('collectivity as region', 'region.code', 'collectivity.region_code')
    .leftJoin('collectivity as province', 'province.code', 'collectivity.province_code')
    .leftJoin('collectivity as commune', 'commune.code', 'collectivity.commune_code')
    .leftJoin('cycle_stage', 'cycle_stage.collectivity_code', 'collectivity.code')
    .where('collectivity.code', '=', code)
    .selectAll('collectivity')
    .select(['cycle_stage.stage', 'cycle_stage.since as stage_since'])
    .select(['commune.name_ar as commune_ar', 'commune.name_fr as commune_fr'])
    .select(['region.name_ar as region_ar', 'region.name_fr as region_fr'])
    .select(['province.name_ar as province_ar', 'province.name_fr as province_fr'])
    .executeTakeFirst()
}

/** The twelve regions, in their official order. */
export async function listRegions(db: Db) {
  return db
    .selectFrom('collectivity')
    .where('kind', '=', 'region')
    .orderBy('code')
    .select(['code', 'name_ar', 'name_fr'])
    .execute()
}
