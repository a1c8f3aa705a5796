import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cardQuery, inLibrary, inThreadLists, listCards } from '../items/cards.server.ts'
import { readable } from '../items/visibility.server.ts'
import type { Viewer } from '../users/viewer.ts'

/** The challenges that are not answered yet, those last written about first. */
export async function listCurrentChallenges(db: Db, viewer: Viewer, lang: Lang, limit = 4) {
  const lastWord = sql<string>`max(item.published_at, coalesce((select max(talk.last_post_at)
    from challenge_link
    join item as about on about.id = challenge_link.item_id and ${readable(viewer, 'about')}
    join thread as talk on talk.item_id = about.id
    where challenge_link.challenge_id = item.id), ''))`
  return listCards(
    cardQuery(db, viewer, lang)
      .where('item.kind', '=', 'challenge')
      .where('item.state', '=', 'published')
      .where('challenge.progress', 'in', ['open', 'working'])
      .orderBy(lastWord, 'desc')
      .orderBy('item.id')
      .limit(limit),
  )
}

/** The practices and tools that were last published. */
export async function listNewInLibrary(db: Db, viewer: Viewer, lang: Lang, limit = 4) {
  return listCards(
    cardQuery(db, viewer, lang)
      .where(inLibrary())
      .orderBy('item.published_at', 'desc')
      .orderBy('item.id', 'desc')
      .limit(limit),
  )
}

/** The threads that were last written in. */
export async function listRecentThreads(db: Db, viewer: Viewer, lang: Lang, limit = 5) {
  return listCards(
    cardQuery(db, viewer, lang)
      .where(inThreadLists())
      .orderBy('thread.last_post_at', 'desc')
      .orderBy('thread.item_id', 'desc')
      .limit(limit),
  )
}

/**
 * How much there is to read for this viewer: by kind, from how many collectivities, and how many
 * practices and tools under each principle.
 */
export async function countHoldings(db: Db, viewer: Viewer) {
  const of = (kind: string) => sql<number>`count(case item.kind when ${kind} then 1 end)`
  const { principles, ...holdings } = await db
    .selectFrom('item')
    .leftJoin('practice', 'practice.item_id', 'item.id')
    .where('item.kind', 'in', ['practice', 'tool', 'challenge'])
    .where('item.state', 'in', ['published', 'archived'])
    .where(readable(viewer))
    .select([of('practice').as('practices'), of('tool').as('tools')])
    .select(of('challenge').as('challenges'))
    .select(sql<number>`count(distinct practice.collectivity_code)`.as('places'))
    .select(byPrinciple(viewer).as('principles'))
    .executeTakeFirstOrThrow()
  return { holdings, principles: JSON.parse(principles) as Record<string, number> }
}

function byPrinciple(viewer: Viewer) {
  return sql<string>`(select json_group_object(principle, count) from (
    select filed.principle, count(*) as count from item as held
    join item_principle as filed on filed.item_id = held.id
    where ${readable(viewer, 'held')} and held.kind in ('practice', 'tool')
      and held.state in ('published', 'archived')
    group by filed.principle))`
}
