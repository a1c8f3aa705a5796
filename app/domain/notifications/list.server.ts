import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang, Row } from '#db/schema.ts'
import { bestLang } from '../items/cards.server.ts'
import { newestFirst } from '../items/page.server.ts'
import { type Cursor, pageOf } from '../items/page.ts'
import type { SignedIn } from '../users/viewer.ts'
import { openNotifications } from './notifications.server.ts'
import { groupReplies, newestReplies, repliesUpTo } from './replies.server.ts'

type Kind = Row<'notification'>['kind']

/**
 * A page of a person's notifications, the newest first, with the names of what they are about. The
 * unread replies to one thread are one row.
 */
export async function listNotifications(db: Db, viewer: SignedIn, lang: Lang, after?: Cursor) {
  return showPage(db, viewer, await rowsOf(db, viewer, lang, { after }).execute())
}

/** The first page of what came between two times of these kinds and was not read yet, as the list has it. */
export async function listNews(
  db: Db,
  viewer: SignedIn,
  lang: Lang,
  { since, until, kinds }: { since: string; until: string; kinds: readonly Kind[] },
) {
  const rows = await rowsOf(db, viewer, lang, { until })
    .where('notification.read_at', 'is', null)
    .where('notification.created_at', '>', since)
    .where('notification.created_at', '<=', until)
    .where('notification.kind', 'in', kinds)
    .execute()
  return showPage(db, viewer, rows, until)
}

async function showPage(db: Db, viewer: SignedIn, listed: Listed, until?: string) {
  const { rows, next } = pageOf(listed, ({ created_at }) => created_at)
  const threads = rows.filter(isReply).map(({ thread_id }) => thread_id!)
  const groups = await groupReplies(db, viewer, threads, until)
  const grouped = rows.map((row) => {
    const replies = isReply(row) ? groups.get(row.thread_id!) : undefined
    return { ...row, replies: replies && replies.count > 1 ? replies : null }
  })
  return { rows: grouped, next }
}

type Told = { kind: string; thread_id: string | null; read_at: string | null }

function isReply({ kind, thread_id, read_at }: Told) {
  return kind === 'reply' && thread_id !== null && read_at === null
}

type Rows = { after?: Cursor; until?: string }

function rowsOf(db: Db, viewer: SignedIn, lang: Lang, { after, until }: Rows) {
  return openNotifications(db, viewer)
    .leftJoin('item as thing', 'thing.id', 'notification.item_id')
    .leftJoin('item as whole', (join) =>
      join.on('whole.id', '=', sql<string>`coalesce(thing.thread_id, thing.id)`),
    )
    .leftJoin('item_text as named', (join) =>
      join.onRef('named.item_id', '=', 'whole.id').on('named.lang', '=', bestLang(lang, 'whole')),
    )
    .leftJoin('space as place', 'place.id', 'notification.space_id')
    .leftJoin('user as actor', 'actor.id', 'notification.actor_id')
    .where((eb) =>
      eb.or([
        eb('notification.kind', '<>', 'reply'),
        eb('notification.read_at', 'is not', null),
        eb('thing.thread_id', 'is', null),
        eb('notification.id', 'in', newestReplies(db, viewer, until)),
      ]),
    )
    .$call(newestFirst('notification.created_at', 'notification.id', { after }))
    .select(['notification.id', 'notification.kind', 'notification.note'])
    .select(['notification.created_at', 'notification.read_at'])
    .select(['thing.id as item_id', 'thing.kind as item_kind', 'thing.thread_id'])
    .select(['named.title', 'named.lang', 'place.name as space_name', 'place.slug as space_slug'])
    .select('actor.name as actor')
}

type Listed = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>

/** Notes that a person has read a notification of theirs and the replies that it stands for, or all. */
export async function markRead(db: Db, viewer: SignedIn, id?: string) {
  await db
    .updateTable('notification')
    .set({ read_at: new Date().toISOString() })
    .where('user_id', '=', viewer.id)
    .where('read_at', 'is', null)
    .$if(id !== undefined, (qb) =>
      qb.where((eb) => eb.or([eb('id', '=', id!), eb('id', 'in', repliesUpTo(db, viewer, id!))])),
    )
    .execute()
}
