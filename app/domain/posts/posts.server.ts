import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { follow } from '../follows/follows.server.ts'
import { seatOf } from '../items/authors.server.ts'
import type { ItemAuthor } from '../items/authors.ts'
import { oldestFirst } from '../items/page.server.ts'
import { type Cursor, PAGE_SIZE, pageOf } from '../items/page.ts'
import { onlyReadable, readable, type ReadableId } from '../items/visibility.server.ts'
import { editTexts, insertItem, now, sealItem } from '../items/write.server.ts'
import { indexItem } from '../search/index.server.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'
import { said, toSaid } from './said.server.ts'

/** A page of a thread's replies, the oldest first. The thread itself must have been found. */
export async function listPosts(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  { threadId, after }: { threadId: string; after?: Cursor },
) {
  const rows = await said(db, viewer, lang)
    .where(inThread(viewer, threadId))
    .$call(oldestFirst('item.published_at', 'item.id', { after }))
    .select([quotedLater(viewer).as('quoted'), lostQuotes('body.source').as('lost')])
    .select(isReadable(viewer).as('readable'))
    .execute()
  const page = pageOf(rows, ({ published_at }) => published_at)
  return { next: page.next, rows: page.rows.map(toPost) }
}

export type ListedPost = Awaited<ReturnType<typeof listPosts>>['rows'][number]

/** A reply that the viewer may read; undefined for any other. */
export async function findPost(db: Db, viewer: Viewer, lang: Lang, id: string) {
  const row = await said(db, viewer, lang)
    .where('item.id', '=', id)
    .where('item.kind', '=', 'post')
    .$call(onlyReadable(viewer))
    .select([quotedLater(viewer).as('quoted'), lostQuotes('body.source').as('lost')])
    .executeTakeFirst()
  return row && toPost(row)
}

/** Where the page begins on which a reply stands, or the last page: null for the first one. */
export async function pageBefore(db: Db, viewer: Viewer, threadId: string, post?: Cursor) {
  const shown = db.selectFrom('item').where(inThread(viewer, threadId))
  const { count } = await shown
    .$if(post !== undefined, (qb) =>
      qb.where(sql<boolean>`(item.published_at, item.id) < (${post?.at}, ${post?.id})`),
    )
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  const page = Math.floor((post ? count : Math.max(0, count - 1)) / PAGE_SIZE)
  if (page === 0) return null
  const last = await shown
    .orderBy('item.published_at')
    .orderBy('item.id')
    .offset(page * PAGE_SIZE - 1)
    .limit(1)
    .select(['item.id', 'item.published_at'])
    .executeTakeFirstOrThrow()
  return `${last.published_at}~${last.id}`
}

type Reply = { body: string; lang: Lang; seat?: string }
type Thread = { id: ReadableId; space_id: string | null }

/** Adds a reply to a thread and counts it. Takes a transaction; gives the reply's id. */
export async function addPost(trx: Db, viewer: SignedIn, thread: Thread, reply: Reply) {
  const id = await insertItem(
    trx,
    {
      kind: 'post',
      state: 'published',
      thread_id: thread.id,
      space_id: thread.space_id,
      author_id: viewer.id,
      seat_id: seatOf(viewer, reply.seat),
      lang: reply.lang,
    },
    { title: null, sections: { body: reply.body } },
  )
  await sealItem(trx, id, viewer.id)
  await recountReplies(trx, thread.id)
  if (await isFirstReply(trx, viewer, thread.id)) await follow(trx, viewer, thread.id)
  return id
}

// Who stopped following is not made to follow again by a second reply.
async function isFirstReply(trx: Db, viewer: SignedIn, threadId: string) {
  const { count } = await trx
    .selectFrom('item')
    .where('thread_id', '=', threadId)
    .where('author_id', '=', viewer.id)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return count === 1
}

/** Changes a reply's text; the one before stays as a revision. */
export async function editPost(
  trx: Db,
  viewer: SignedIn,
  post: { id: ReadableId; lang: Lang },
  { body, note }: { body: string; note: string },
) {
  await editTexts(trx, post.id, post.lang, { sections: { body } })
  await sealItem(trx, post.id, viewer.id, note)
}

/** Takes one's own reply back: its place in the thread stays, its text is shown to nobody. */
export async function withdrawPost(
  trx: Db,
  viewer: SignedIn,
  post: { id: ReadableId; thread_id: string },
) {
  await trx
    .updateTable('item')
    .set({ hidden_at: now(), hidden_by: viewer.id })
    .where('id', '=', post.id)
    .execute()
  await trx
    .updateTable('thread')
    .set({ accepted_post_id: null, accepted_by: null, accepted_at: null })
    .where('accepted_post_id', '=', post.id)
    .execute()
  await recountReplies(trx, post.thread_id)
  await indexItem(trx, post.id)
}

/**
 * Counts a thread's replies that are not hidden, and says when the last of them came. To be called
 * in the transaction of whatever adds, hides or restores one.
 */
export async function recountReplies(trx: Db, threadId: string) {
  // The plus: before SQLite has counted its tables it would take all published replies for fewer
  // than those of one thread.
  const shown = sql`from item where item.thread_id = ${threadId} and +item.kind = 'post'
    and +item.state = 'published' and item.hidden_at is null`
  await trx
    .updateTable('thread')
    .set({
      reply_count: sql<number>`(select count(*) ${shown})`,
      last_post_at: sql<string>`coalesce((select max(item.published_at) ${shown}),
        (select coalesce(published_at, created_at) from item where item.id = ${threadId}))`,
    })
    .where('item_id', '=', threadId)
    .execute()
}

// What was taken back or hidden keeps its place, so that the replies around it make sense.
function inThread(viewer: Viewer, threadId: string) {
  return sql<boolean>`(item.thread_id = ${threadId} and item.state = 'published'
    and (${readable(viewer)} or item.hidden_at is not null))`
}

function isReadable(viewer: Viewer) {
  return sql<0 | 1>`${readable(viewer)}`
}

// Quotations name the reply they are from by its address; only its author needs to know.
function quotedLater(viewer: Viewer) {
  return sql<0 | 1>`(item.author_id = ${viewer?.id ?? ''} and exists (select 1 from item as later
    join section as words on words.item_id = later.id where later.thread_id = item.thread_id
    and later.hidden_at is null and later.id <> item.id
    and instr(words.source, '/posts/' || item.id) > 0))`
}

/**
 * The replies (a JSON list of ids) that a text of `item` quotes and that are gone since: nobody reads
 * their words here either.
 */
export function lostQuotes(text: 'body.source' | 'revision.snapshot') {
  return sql<string>`(select json_group_array(gone.id) from item as gone
    where gone.thread_id = coalesce(item.thread_id, item.id) and gone.hidden_at is not null
    and instr(${sql.ref(text)}, '/posts/' || gone.id) > 0)`
}

type PostRow = Parameters<typeof toSaid>[0] & {
  quoted: 0 | 1 | null
  lost: string
  readable?: 0 | 1
}

function toPost<Id extends string>(row: PostRow & { id: Id }) {
  const { id, thread_id, quoted } = row
  const lost = JSON.parse(row.lost) as string[]
  const around = { id, thread_id: thread_id ?? '', quoted: Boolean(quoted), lost }
  const post = { ...toSaid<PostRow>(row), ...around }
  const gone = goneOf(row)
  if (gone === null) return { ...post, gone }
  return { ...post, gone, source: '', html: '', author: NOBODY, counts: {}, own: [] }
}

// Of what is hidden those who keep order and its author still read the words.
function goneOf({ hidden_at, hidden_by, author_id, readable: open = 1 }: PostRow) {
  if (hidden_at !== null && hidden_by === author_id) return 'withdrawn' as const
  return open ? null : ('hidden' as const)
}

const NOBODY: ItemAuthor = { name: null, handle: null, function: null, place: null }
