import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { openNotifications } from './notifications.server.ts'

/** What the unread replies to one thread have in common. */
export type Replies = {
  count: number
  /** The first of them, where reading goes on. */
  first: string
  /** Who wrote last, each once, the last first; null for whoever is gone. */
  people: (string | null)[]
  /** How many others wrote some of them. */
  others: number
}

// Names that a line has room for.
const NAMED = 2

/** The id of the newest unread reply in each thread, of those until a time: it stands for them all. */
export function newestReplies(db: Db, viewer: SignedIn, until?: string) {
  const ranked = unreadReplies(db, viewer, until)
    .select('notification.id')
    .select(
      sql<number>`row_number() over (partition by thing.thread_id
        order by notification.created_at desc, notification.id desc)`.as('rank'),
    )
    .as('ranked')
  return db.selectFrom(ranked).where('ranked.rank', '=', 1).select('ranked.id')
}

/** The unread replies in these threads until a time, of those that the person may still read, by thread. */
export async function groupReplies(
  db: Db,
  viewer: SignedIn,
  threadIds: string[],
  until: string | undefined,
) {
  const replies = unreadReplies(db, viewer, until)
    .where(
      sql<boolean>`thing.thread_id in (select value from json_each(${JSON.stringify(threadIds)}))`,
    )
    .select(['thing.thread_id', 'notification.actor_id', 'notification.created_at'])
    .select('notification.id')
    .select(sql<number>`count(*) over (partition by thing.thread_id)`.as('count'))
    .select(
      sql<string>`first_value(thing.id) over (partition by thing.thread_id
        order by notification.created_at, notification.id)`.as('first'),
    )
    .select(
      sql<number>`row_number() over (partition by thing.thread_id, notification.actor_id
        order by notification.created_at desc, notification.id desc)`.as('of_actor'),
    )
    .as('reply')
  const people = db
    .selectFrom(replies)
    .where('of_actor', '=', 1)
    .select(['thread_id', 'count', 'first', 'actor_id'])
    .select(sql<number>`count(*) over (partition by thread_id)`.as('people'))
    .select(
      sql<number>`row_number() over (partition by thread_id
        order by created_at desc, id desc)`.as('place'),
    )
    .as('person')
  const rows = await db
    .selectFrom(people)
    .leftJoin('user as actor', 'actor.id', 'person.actor_id')
    .where('place', '<=', NAMED)
    .orderBy('place')
    .select(['person.thread_id', 'person.count', 'person.first', 'person.people', 'actor.name'])
    .execute()
  const groups = new Map<string, Replies>()
  for (const { thread_id, count, first, people: all, name } of rows) {
    const group = groups.get(thread_id!) ?? { count, first, people: [], others: all }
    const named = [...group.people, name]
    groups.set(thread_id!, { ...group, people: named, others: all - named.length })
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

function unreadReplies(db: Db, viewer: SignedIn, until?: string) {
  return openNotifications(db, viewer)
    .innerJoin('item as thing', 'thing.id', 'notification.item_id')
    .where('notification.kind', '=', 'reply')
    .where('notification.read_at', 'is', null)
    .where('thing.thread_id', 'is not', null)
    .$if(until !== undefined, (qb) => qb.where('notification.created_at', '<=', until!))
}
