import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { likenessJson, speaksFor } from '../collectivities/alike.server.ts'
import { cardQuery, inThreadLists, listCards } from '../items/cards.server.ts'
import type { Card } from '../items/cards.ts'
import type { SignedIn } from '../users/viewer.ts'

/**
 * Questions that nobody has answered yet, asked from collectivities like the viewer's own, the latest
 * first. None for whoever speaks for no collectivity.
 */
export async function listOpenQuestions(db: Db, viewer: SignedIn, lang: Lang, limit = 3) {
  if (!speaksFor(viewer)) return [] as Card[]
  const alike = sql<boolean>`${likenessJson(viewer, 'place')} is not null`
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
