import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { TAKEN_UP } from '../adoptions/adoptions.ts'
import {
  likenessJson,
  ownPlaces,
  type RawLikeness,
  readLikeness,
  speaksFor,
} from '../collectivities/alike.server.ts'
import type { Likeness } from '../collectivities/alike.ts'
import { cardQuery, inLibrary, listCards } from '../items/cards.server.ts'
import type { Card } from '../items/cards.ts'
import type { SignedIn } from '../users/viewer.ts'

/** Something that a collectivity like the viewer's has taken up: which one, and in what it is alike. */
export type TakenUp = Card & { by: { name_ar: string; name_fr: string; likeness: Likeness } }

/**
 * What collectivities like the viewer's have taken up and theirs has not, the latest first, each with
 * one of them and the reason. None for whoever speaks for no collectivity.
 */
export async function listTakenUpByAlike(db: Db, viewer: SignedIn, lang: Lang, limit = 3) {
  if (!speaksFor(viewer)) return [] as TakenUp[]
  const own = sql.join(ownPlaces(viewer))
  const like = sql<string>`(select json_object('name_ar', town.name_ar, 'name_fr', town.name_fr,
      'since', adoption.since, 'likeness', json(${likenessJson(viewer, 'town')}))
    from adoption join collectivity as town on town.code = adoption.collectivity_code
    where adoption.practice_id = item.id and adoption.status in (${sql.join(TAKEN_UP)})
      and ${likenessJson(viewer, 'town')} is not null
    order by adoption.since desc limit 1)`
  const query = cardQuery(db, viewer, lang)
    .where(inLibrary())
    .where(
      sql<boolean>`item.id in (select theirs.practice_id from adoption as theirs
        where theirs.since > '' order by theirs.since desc limit 200)`,
    )
    .where(
      sql<boolean>`not exists (select 1 from adoption as ours where ours.practice_id = item.id
        and ours.collectivity_code in (${own}))`,
    )
    .where(sql<boolean>`coalesce(practice.collectivity_code, '') not in (${own})`)
    .where(sql<boolean>`${like} is not null`)
    .orderBy(sql`json_extract(${like}, '$.since')`, 'desc')
    .orderBy('item.id')
    .limit(limit)
    .select(like.as('by')) as unknown as ReturnType<typeof cardQuery>
  return ((await listCards(query)) as (Card & { by: string })[]).map(({ by, ...card }): TakenUp => {
    const { name_ar, name_fr, likeness } = JSON.parse(by) as Raw
    return { ...card, by: { name_ar, name_fr, likeness: readLikeness(likeness)! } }
  })
}

type Raw = { name_ar: string; name_fr: string; likeness: RawLikeness }
