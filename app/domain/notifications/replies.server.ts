import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { openNotifications } from './notifications.server.ts'

/** What the unread replies to one thread have in common. */
export type Replies = {
  count: number
  /** The first of them, where reading goes on. */
  first: string
  /** Who wrote them, each once, the last first; null for whoever is gone. */
  people: (string | null)[]
}

/** The id of the newest unread reply in each thread: it stands for them all. */
export function newestReplies(db: Db, viewer: SignedIn) {
  const ranked = unreadReplies(db, viewer)
    .select('notification.id')
    .select(
      sql<number>`row_number() over (partition by thing.thread_id
        order by notification.created_at desc, notification.id desc)`.as('rank'),
    )
    .as('ranked')
  return db.selectFrom(ranked).where('ranked.rank', '=', 1).select('ranked.id')
}

/** The unread replies in these threads, of those that the person may still read, by thread. */
export async function groupReplies(db: Db, viewer: SignedIn, threadIds: string[]) {
  const rows = await unreadReplies(db, viewer)
    .leftJoin('user as actor', 'actor.id', 'notification.actor_id')
    .where(
      sql<boolean>`thing.thread_id in (select value from json_each(${JSON.stringify(threadIds)}))`,
    )
    .orderBy('notification.created_at', 'desc')
    .orderBy('notification.id', 'desc')
    .select(['thing.thread_id', 'thing.id', 'notification.actor_id', 'actor.name'])
    .execute()
  const groups = new Map<string, Replies>()
  for (const threadId of threadIds) {
    const replies = rows.filter(({ thread_id }) => thread_id === threadId)
    if (replies.length === 0) continue
    const names = new Map(replies.map(({ actor_id, name }) => [actor_id, name]))
    const people = [...names.values()]
    groups.set(threadId, { count: replies.length, first: replies.at(-1)!.id, people })
  }
  return groups
}

/** The notifications of unread replies in the thread of this one, up to it. */
export function repliesUpTo(db: Db, viewer: SignedIn, id: string) {
  const one = db
    .selectFrom('notification as last')
    .innerJoin('item as thing', 'thing.id', 'last.item_id')
    .where('last.id', '=', id)
    .where('last.user_id', '=', viewer.id)
    .where('last.kind', '=', 'reply')
    .select(['thing.thread_id', 'last.created_at', 'last.id'])
    .as('one')
  return unreadReplies(db, viewer)
    .innerJoin(one, 'one.thread_id', 'thing.thread_id')
    .where(sql<boolean>`(notification.created_at, notification.id) <= (one.created_at, one.id)`)
    .select('notification.id')
}

function unreadReplies(db: Db, viewer: SignedIn) {
  return openNotifications(db, viewer)
    .innerJoin('item as thing', 'thing.id', 'notification.item_id')
    .where('notification.kind', '=', 'reply')
    .where('notification.read_at', 'is', null)
    .where('thing.thread_id', 'is not', null)
}
