import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { likenessJson, speaksFor } from '../collectivities/alike.server.ts'
import { cardQuery, inThreadLists, listCards } from '../items/cards.server.ts'
import type { Card } from '../items/cards.ts'
import { readable } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'

// Among so many of the last ones the viewer's peers are looked for.
const RECENT = 200

/**
 * Questions that nobody has answered yet, asked from collectivities like the viewer's own, the latest
 * first, of the two hundred that were last asked. None for whoever speaks for no collectivity.
 */
export async function listOpenQuestions(db: Db, viewer: SignedIn, lang: Lang, limit = 3) {
  if (!speaksFor(viewer)) return [] as Card[]
  const alike = sql<boolean>`${likenessJson(viewer, 'place')} is not null`
  return listCards(
    cardQuery(db, viewer, lang)
      .where(inThreadLists())
      .where(sql<boolean>`${isWaiting('thread')} and thread.last_post_at >= ${since(viewer)}`)
      .where('item.author_id', '<>', viewer.id)
      .where(alike)
      .orderBy('thread.last_post_at', 'desc')
      .orderBy('thread.item_id', 'desc')
      .limit(limit),
  )
}

// Word for word what the index `thread_waiting` holds, along which the list goes until it is full.
function isWaiting(thread: string) {
  const column = (name: string) => sql.ref(`${thread}.${name}`)
  return sql`${column('form')} = 'question' and ${column('reply_count')} = 0
    and ${column('locked_at')} is null`
}

// Of those the viewer may read: what is asked elsewhere must not push them out.
function since(viewer: SignedIn) {
  return sql`(select min(last_post_at) from (select waiting.last_post_at
    from thread as waiting
    cross join item as asked on asked.id = waiting.item_id and ${readable(viewer, 'asked')}
    where ${isWaiting('waiting')}
    order by waiting.last_post_at desc limit ${sql.lit(RECENT)}))`
}
