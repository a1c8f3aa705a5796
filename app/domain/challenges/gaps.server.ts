import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import type { Card } from '../items/cards.ts'
import { readable } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'

const SHOWN = 50

/** What collectivities face and no practice answers, those that most of them face first. */
export async function listGaps(db: Db, viewer: SignedIn, lang: Lang) {
  const facing = sql<number>`(select count(*) from challenge_face as facing
    where facing.challenge_id = item.id and facing.stance <> 'observer')`
  const query = cardQuery(db, viewer, lang)
    .where('item.kind', '=', 'challenge')
    .where('item.state', '=', 'published')
    .where('item.hidden_at', 'is', null)
    .where('challenge.progress', 'in', ['open', 'working'])
    .where(
      sql<boolean>`not exists (select 1 from challenge_link as link join item as answer
        on answer.id = link.item_id where link.challenge_id = item.id
        and answer.kind in ('practice', 'tool') and answer.state = 'published'
        and answer.hidden_at is null and ${readable(viewer, 'answer')})`,
    )
    .where(sql<boolean>`${facing} > 0`)
    .orderBy(facing, 'desc')
    .orderBy('item.id')
    .limit(SHOWN)
    .select(facing.as('facing')) as unknown as ReturnType<typeof cardQuery>
  return (await listCards(query)) as (Card & { facing: number })[]
}
