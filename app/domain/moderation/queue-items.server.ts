import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { authorJson, readAuthor } from '../items/authors.server.ts'
import { bestLang } from '../items/cards.server.ts'
import type { Cursor } from '../items/page.ts'
import { readable, stewarded } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { QUEUE_SIZE, type QueueKind } from './moderation.limits.ts'
import type { ItemEntry } from './queue.ts'

export type ItemQueue = Exclude<QueueKind, 'seats' | 'joins'>

/** `space`: the id of the one space whose queue this is. */
export type Scope = { space?: string }

// The first condition of each is word for word that of an index.
const WAITING = {
  held: sql<boolean>`(item.state in ('held', 'submitted') and item.state = 'held')`,
  practices: sql<boolean>`(item.state in ('held', 'submitted') and item.state = 'submitted')`,
  reports: sql<boolean>`item.id in (select report.item_id from report where report.settled_at is null)`,
} satisfies Record<ItemQueue, unknown>

const OPEN_REPORTS = sql`from report where report.item_id = item.id and report.settled_at is null`

// What was submitted waits since it was last saved, however long it had been a draft.
const SINCE = {
  held: sql<string>`item.created_at`,
  practices: sql<string>`coalesce((select max(revision.created_at) from revision
    where revision.item_id = item.id), item.created_at)`,
  reports: sql<string>`(select min(report.created_at) ${OPEN_REPORTS})`,
} satisfies Record<ItemQueue, unknown>

/** The items of one queue that this viewer may read and keeps in order. */
export function waitingItems(db: Db, viewer: SignedIn, kind: ItemQueue, { space }: Scope) {
  return db
    .selectFrom('item')
    .where(WAITING[kind])
    .where('item.hidden_at', 'is', null)
    .where(readable(viewer))
    .where(stewarded(viewer))
    .$if(space !== undefined, (qb) => qb.where('item.space_id', '=', space ?? ''))
}

type Asked = Scope & { kind: ItemQueue; after?: Cursor }

/** The same with their text, author and reports, the longest waiting first. */
export async function listItemEntries(
  db: Db,
  viewer: SignedIn,
  lang: Lang,
  { kind, after, ...scope }: Asked,
) {
  const rows = await withTexts(waitingItems(db, viewer, kind, scope), lang)
    .$if(after !== undefined, (qb) =>
      qb.where(sql<boolean>`(${SINCE[kind]}, item.id) > (${after?.at}, ${after?.id})`),
    )
    .select(SINCE[kind].as('at'))
    .select(
      sql<string>`(select json_group_array(json_object('reason', report.reason,
      'note', report.note, 'at', report.created_at)) ${OPEN_REPORTS})`.as('reports'),
    )
    .orderBy('at')
    .orderBy('item.id')
    .limit(QUEUE_SIZE + 1)
    .execute()
  return rows.map(({ author, reports, author_id, ...row }) => ({
    ...row,
    queue: kind,
    person: author_id,
    own: author_id === viewer.id,
    author: readAuthor(author),
    reports: JSON.parse(reports) as ItemEntry['reports'],
  }))
}

function withTexts(items: ReturnType<typeof waitingItems>, lang: Lang) {
  return items
    .innerJoin('item_text', (join) =>
      join.onRef('item_text.item_id', '=', 'item.id').on('item_text.lang', '=', bestLang(lang)),
    )
    .leftJoin('section as body', (join) =>
      join
        .onRef('body.item_id', '=', 'item.id')
        .onRef('body.lang', '=', 'item_text.lang')
        .on('body.name', '=', 'body'),
    )
    .leftJoin('item as parent', 'parent.id', 'item.thread_id')
    .leftJoin('item_text as parent_text', (join) =>
      join
        .onRef('parent_text.item_id', '=', 'parent.id')
        .onRef('parent_text.lang', '=', 'parent.lang'),
    )
    .leftJoin('space', 'space.id', 'item.space_id')
    .select(['item.id', 'item.kind', 'item.thread_id', 'item.author_id', 'item_text.lang'])
    .select(['item_text.summary', 'body.html', 'space.name as space_name', 'space.slug as space'])
    .select(sql<string>`coalesce(item_text.title, parent_text.title, '')`.as('title'))
    .select(authorJson().as('author'))
}
