import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import { likenessTo, type RawLikeness, readLikeness } from './alike.server.ts'
import { type Likeness, NEARNESS, type Nearness } from './alike.ts'
import { NEIGHBOURS_SHOWN } from './collectivities.limits.ts'
import { isMemberNow } from './network.server.ts'
import { partsOf } from './place.server.ts'
import { provincesTouching, regionsTouching } from './outlines.server.ts'

type Place = Pick<
  Row<'collectivity'>,
  'code' | 'kind' | 'region_code' | 'province_code' | 'commune_code'
>

export type Neighbour = {
  code: string
  kind: Kind
  name_ar: string
  name_fr: string
  isMember: boolean
  near: Nearness
  likeness: Likeness | null
}

/**
 * What a collectivity consists of, and the collectivities beside it: regions and provinces that it
 * borders, communes of its province and of those around, arrondissements of its commune; and members
 * of the network that are like it, wherever they lie. Members first, then the nearest, then the likest.
 */
export async function listAround(db: Db, place: Place) {
  const nothing = sql<number | null>`null`
  const parts = partsOf(db, place)
    .select(sql<0 | 1>`0`.as('is_member'))
    .select([nothing.as('near'), sql<string | null>`null`.as('likeness')])
  const rows = await db
    .selectFrom(parts.as('parts'))
    .selectAll()
    .unionAll(db.selectFrom(beside(db, place).as('beside')).selectAll())
    .execute()
  return {
    parts: rows.filter(({ near }) => near === null),
    neighbours: rows.flatMap(({ is_member, near, likeness, ...row }): Neighbour[] => {
      if (near === null) return []
      const like = likeness === null ? null : (JSON.parse(likeness) as RawLikeness)
      const isMember = Boolean(is_member)
      return [{ ...row, isMember, near: NEARNESS[near]!, likeness: readLikeness(like) }]
    }),
  }
}

function beside(db: Db, place: Place) {
  const likeness = likenessTo([place.code], 'place')
  const isLikeMember = sql<boolean>`(${isMemberNow('place')} and ${likeness} is not null)`
  return db
    .selectFrom('collectivity as place')
    .where('place.kind', 'in', kindsLike(place.kind))
    .where('place.code', '<>', place.code)
    .where(sql<boolean>`(${isBeside(place)} or ${isLikeMember})`)
    .select(['place.code', 'place.kind', 'place.name_ar', 'place.name_fr'])
    .select(isMemberNow('place').as('is_member'))
    .select(nearness(place).as('near'))
    .select(likeness.as('likeness'))
    .orderBy('is_member', 'desc')
    .orderBy('near')
    .orderBy(sql`likeness is null`)
    .orderBy('place.code')
    .limit(NEIGHBOURS_SHOWN)
}

type Kind = Place['kind']

// A prefecture is what a province of a city is called.
function kindsLike(kind: Kind): Kind[] {
  return kind === 'province' || kind === 'prefecture' ? ['province', 'prefecture'] : [kind]
}

function isBeside({ code, kind, province_code, commune_code }: Place) {
  switch (kind) {
    case 'region':
      return sql<boolean>`place.code in (${sql.join(regionsTouching(code))})`
    case 'commune':
      return sql<boolean>`place.province_code in (${sql.join([province_code, ...provincesTouching(province_code ?? '')])})`
    case 'arrondissement':
      return sql<boolean>`place.commune_code = ${commune_code}`
    default:
      return sql<boolean>`place.code in (${sql.join(provincesTouching(code))})`
  }
}

function nearness(place: Place) {
  const { code, kind, region_code, province_code, commune_code } = place
  const bordering = kind === 'region' ? regionsTouching(code) : provincesTouching(code)
  const at = (near: Nearness) => sql.lit(NEARNESS.indexOf(near))
  return sql<number | null>`case
    when place.code in (${sql.join(bordering)}) then ${at('borders')}
    when place.commune_code = ${commune_code} then ${at('commune')}
    when place.province_code = ${province_code} then ${at('province')}
    when place.province_code in (${sql.join(provincesTouching(province_code ?? ''))})
      then ${at('next_province')}
    when place.region_code = ${region_code} then ${at('region')}
    else ${at('country')} end`
}
