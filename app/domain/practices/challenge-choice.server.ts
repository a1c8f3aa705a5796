import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import { readable } from '../items/visibility.server.ts'
import { foundBy, inOrderOf } from '../search/found-by.server.ts'
import type { Viewer } from '../users/viewer.ts'
import { CHALLENGES_OFFERED } from './practices.limits.ts'

type Asked = { chosen?: string[]; words?: string }

/**
 * The challenges a practice may be linked to: those the viewer may read and that are not answered
 * yet, narrowed by words as the search does if there are any, and in any case those already chosen;
 * which of them the words found, and one more than the form offers, where there are more.
 */
export async function listChoosableChallenges(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  { chosen = [], words = '' }: Asked = {},
) {
  const found = await foundBy(db, viewer, lang, { words, kinds: ['challenge'] })
  const cards = await listCards(
    cardQuery(db, viewer, lang)
      .where('item.kind', '=', 'challenge')
      .where('item.state', '=', 'published')
      .where('item.hidden_at', 'is', null)
      .where((eb) =>
        eb.or([
          ...(chosen.length ? [eb('item.id', 'in', chosen)] : []),
          eb.and([
            // As a function of it the outer join stays one, and the list goes along its order.
            sql<boolean>`coalesce(challenge.progress, '') <> 'answered'`,
            ...(found ? [eb('item.id', 'in', found)] : []),
          ]),
        ]),
      )
      .$if(chosen.length > 0, (qb) => qb.orderBy((eb) => eb('item.id', 'not in', chosen)))
      .$if(found !== undefined, (qb) => qb.orderBy(inOrderOf(found!)))
      .orderBy('item.published_at', 'desc')
      .orderBy('item.id')
      .limit(CHALLENGES_OFFERED + 1),
  )
  return cards.map(({ id, title, lang }) => ({ id, title, lang, found: !!found?.includes(id) }))
}

/**
 * The links an edit leaves an item with: the chosen challenges that the viewer may read, and the
 * links to others that they cannot see and so cannot have meant to remove.
 */
export async function challengesAfter(db: Db, viewer: Viewer, itemId: string, chosen: string[]) {
  const seen = await db
    .selectFrom('item')
    .where('item.kind', '=', 'challenge')
    .where('item.id', 'in', ['', ...chosen])
    .where(readable(viewer))
    .select('item.id')
    .execute()
  const unseen = await db
    .selectFrom('challenge_link')
    .innerJoin('item', 'item.id', 'challenge_link.challenge_id')
    .where('challenge_link.item_id', '=', itemId)
    .where(sql<boolean>`not coalesce(${readable(viewer)}, 0)`)
    .select('item.id')
    .execute()
  return [...seen, ...unseen].map(({ id }) => id)
}
