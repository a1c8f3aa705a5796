import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cardQuery, inThreadLists, listCards } from '../items/cards.server.ts'
import type { Card } from '../items/cards.ts'
import type { SignedIn } from '../users/viewer.ts'

/**
 * Questions that nobody has answered yet, asked from collectivities of the same kind as the viewer's
 * own (communes, provinces and prefectures, regions), the latest first. None for whoever speaks for no
 * collectivity.
 */
export async function listOpenQuestions(db: Db, viewer: SignedIn, lang: Lang, limit = 3) {
  const own = viewer.seats.flatMap(({ collectivity_code }) => collectivity_code ?? [])
  if (own.length === 0) return [] as Card[]
  const alike = sql<boolean>`exists (select 1 from collectivity as own
    where own.code in (${sql.join(own)}) and ${rank('own')} = ${rank('place')})`
  return listCards(
    cardQuery(db, viewer, lang)
      .where(inThreadLists())
      .where('thread.form', '=', 'question')
      .where('thread.reply_count', '=', 0)
      .where('thread.locked_at', 'is', null)
      .where('item.author_id', '<>', viewer.id)
      .where(alike)
      .orderBy('thread.last_post_at', 'desc')
      .orderBy('thread.item_id', 'desc')
      .limit(limit),
  )
}

// A prefecture is what a province of a city is called.
function rank(place: string) {
  const kind = sql.ref(`${place}.kind`)
  return sql`(case ${kind} when 'prefecture' then 'province' else ${kind} end)`
}
