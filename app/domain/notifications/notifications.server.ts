import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { orderedId } from '#db/id.ts'
import type { Row } from '#db/schema.ts'
import { readable, visibleSpace } from '../items/visibility.server.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'
import { UNREAD_COUNTED } from './notifications.limits.ts'

type New = {
  user_id: string
  kind: Row<'notification'>['kind']
  item_id?: string
  space_id?: string
  actor_id?: string
  note?: string
  /** The act of the audit log that this tells of. */
  act_id?: string
}

/** Notes something for people to see; nobody is told of what they did themselves. */
export async function notify(db: Db, ...notifications: New[]) {
  const told = notifications
    .filter(({ user_id, actor_id }) => user_id !== actor_id)
    .map((notification) => ({ id: orderedId(), ...notification }))
  for (let at = 0; at < told.length; at += AT_ONCE) {
    await db
      .insertInto('notification')
      .values(told.slice(at, at + AT_ONCE))
      .execute()
  }
}

// One statement may hold so many values and no more.
const AT_ONCE = 100

/**
 * How many rows of the list a person has not read, of those whose subject they may still see: the
 * replies to one thread are one. Counted up to one more than `UNREAD_COUNTED`.
 */
export async function countUnread(db: Db, viewer: Viewer) {
  if (!viewer) return 0
  const unread = openNotifications(db, viewer)
    .leftJoin('item as thing', 'thing.id', 'notification.item_id')
    .where('notification.read_at', 'is', null)
    .select(
      sql`iif(notification.kind = 'reply',
        coalesce(thing.thread_id, notification.id), notification.id)`.as('row'),
    )
    .distinct()
    .limit(UNREAD_COUNTED + 1)
  const { count } = await db
    .selectFrom(unread.as('unread'))
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** A person's notifications whose subject they may still see: access is asked again at each reading. */
export function openNotifications(db: Db, viewer: SignedIn) {
  return db
    .selectFrom('notification')
    .where('notification.user_id', '=', viewer.id)
    .where((eb) =>
      eb.or([
        eb('notification.item_id', 'is', null),
        eb.exists(
          eb
            .selectFrom('item')
            .whereRef('item.id', '=', 'notification.item_id')
            .where(readable(viewer))
            .select(sql`1`.as('one')),
        ),
      ]),
    )
    .where((eb) =>
      eb.or([
        eb('notification.space_id', 'is', null),
        eb.exists(
          eb
            .selectFrom('space')
            .whereRef('space.id', '=', 'notification.space_id')
            .where(visibleSpace(viewer))
            .select(sql`1`.as('one')),
        ),
      ]),
    )
}
