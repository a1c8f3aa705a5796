import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang, Row } from '#db/schema.ts'
import { follow } from '../follows/follows.server.ts'
import { seatOf, writtenBy } from '../items/authors.server.ts'
import { cardQuery, inThreadLists, listCards } from '../items/cards.server.ts'
import type { Card } from '../items/cards.ts'
import { withOwnMarks } from '../items/marked.server.ts'
import { newestFirst } from '../items/page.server.ts'
import { type Cursor, PAGE_SIZE, pageOf } from '../items/page.ts'
import { readTitles, titlesJson } from '../items/titles.server.ts'
import { onlyReadable, type ReadableId } from '../items/visibility.server.ts'
import { editTexts, insertItem, now, sealItem, setChallenges } from '../items/write.server.ts'
import { tieThread } from '../practices/threads.server.ts'
import { said, toSaid } from '../posts/said.server.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'

/** A thread that the viewer may read, with its text; undefined for any other. */
export async function findThread(db: Db, viewer: Viewer, lang: Lang, id: string) {
  const row = await withOwnMarks(said(db, viewer, lang), viewer)
    .innerJoin('thread', 'thread.item_id', 'item.id')
    .where('item.id', '=', id)
    .$call(onlyReadable(viewer))
    .select(['thread.form', 'thread.accepted_post_id', 'thread.reply_count'])
    .select(['thread.last_post_at', 'thread.locked_at', titlesJson().as('titles')])
    .select(
      sql<string | null>`(select asked.practice_id from practice_thread as asked
        where asked.thread_id = item.id and asked.tie = 'question')`.as('asks_about'),
    )
    .executeTakeFirst()
  if (!row) return undefined
  const { form, accepted_post_id, reply_count, last_post_at, locked_at, asks_about } = row
  return {
    ...toSaid(row),
    ...{ form, accepted_post_id, reply_count, last_post_at, locked_at, asks_about },
    titles: readTitles(row.titles),
    bookmarked: Boolean(row.bookmarked),
    followed: Boolean(row.followed),
  }
}

export type FoundThread = NonNullable<Awaited<ReturnType<typeof findThread>>>

/**
 * What a thread is about, of what the viewer may read: challenges, the practice it asks about, and
 * the practices that were made from it.
 */
export async function listAbout(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  { id, asks_about }: { id: string; asks_about: string | null },
) {
  const cards = await listCards(
    cardQuery(db, viewer, lang).where('item.id', 'in', (eb) =>
      eb
        .selectFrom('challenge_link')
        .where('challenge_link.item_id', '=', id)
        .select('challenge_link.challenge_id as id')
        .union(
          eb
            .selectFrom('practice_thread')
            .where('thread_id', '=', id)
            .select('practice_thread.practice_id as id'),
        ),
    ),
  )
  const practices = cards.filter(({ kind }) => kind !== 'challenge')
  return {
    challenges: cards.filter(({ kind }) => kind === 'challenge'),
    practice: practices.find((card) => card.id === asks_about) ?? null,
    made: practices.filter((card) => card.id !== asks_about),
  }
}

type Narrowed = { form?: Row<'thread'>['form']; challenge?: string; after?: Cursor; size?: number }

/** A page of threads, the one with the latest word first. */
export async function listThreads(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  { form, challenge, after, size = PAGE_SIZE }: Narrowed = {},
) {
  const threads = cardQuery(db, viewer, lang).where(inThreadLists())
  const [query, day, id] = challenge
    ? ([about(threads, challenge), 'link.listed_at', 'link.item_id'] as const)
    : ([threads, 'thread.last_post_at', 'thread.item_id'] as const)
  const page = query
    .$if(form !== undefined, (qb) => qb.where('thread.form', '=', form!))
    .$call(newestFirst(day, id, { after, size }))
    .select('thread.last_post_at')
  const cards = (await listCards(page)) as (Card & { last_post_at: string })[]
  return pageOf(cards, (card) => card.last_post_at, size)
}

// Along the links of the challenge, which stand in the order of last words.
function about(query: ReturnType<typeof cardQuery>, challenge: string) {
  return query
    .innerJoin('challenge_link as link', 'link.item_id', 'item.id')
    .where('link.challenge_id', '=', challenge)
    .where('link.is_thread', '=', 1)
    .where('link.listed_at', 'is not', null) as unknown as typeof query
}

/** The viewer's own threads that wait for a first look, the newest first. */
export function listOwnHeld(db: Db, viewer: SignedIn, lang: Lang) {
  return listCards(
    cardQuery(db, viewer, lang)
      .where(writtenBy(viewer.id))
      .where('item.kind', '=', 'thread')
      .where('item.state', '=', 'held')
      .where('item.hidden_at', 'is', null)
      .orderBy('item.created_at', 'desc')
      .orderBy('item.id')
      .limit(100),
  )
}

type NewThread = {
  title: string
  body: string
  form: Row<'thread'>['form']
  lang: Lang
  seat?: string
  space_id: string | null
  challenge: string | null
  /** The practice it asks about. */
  practice?: string
  held: boolean
}

/** Opens a thread, which its author then follows. Takes a transaction; gives its id. */
export async function openThread(trx: Db, viewer: SignedIn, thread: NewThread) {
  const id = await insertItem(
    trx,
    {
      kind: 'thread',
      state: thread.held ? 'held' : 'published',
      space_id: thread.space_id,
      author_id: viewer.id,
      seat_id: seatOf(viewer, thread.seat),
      lang: thread.lang,
    },
    { title: thread.title, sections: { body: thread.body } },
  )
  await trx.insertInto('thread').values({ item_id: id, form: thread.form }).execute()
  if (thread.challenge) await setChallenges(trx, id, [thread.challenge], viewer.id)
  if (thread.practice) await tieThread(trx, thread.practice, id, 'question')
  await sealItem(trx, id, viewer.id)
  await follow(trx, viewer, id)
  return id
}

/** Changes a thread's own text; the one before stays as a revision. */
export async function editThread(
  trx: Db,
  viewer: SignedIn,
  thread: { id: ReadableId; lang: Lang },
  { title, body, note }: { title: string; body: string; note: string },
) {
  await editTexts(trx, thread.id, thread.lang, { title, sections: { body } })
  await sealItem(trx, thread.id, viewer.id, note)
}

/** Marks a reply as the one that answers, or none. */
export async function markAnswer(
  trx: Db,
  viewer: SignedIn,
  threadId: ReadableId,
  postId: ReadableId | null,
) {
  await trx
    .updateTable('thread')
    .set({
      accepted_post_id: postId,
      accepted_by: postId && viewer.id,
      accepted_at: postId && now(),
    })
    .where('item_id', '=', threadId)
    .execute()
}

/** Whether a facilitator has let a thread of this person through before. */
export async function hasAcceptedThread(db: Db, viewer: SignedIn) {
  const thread = await db
    .selectFrom('item')
    .where('author_id', '=', viewer.id)
    .where('kind', '=', 'thread')
    .where('state', '=', 'published')
    .where('hidden_at', 'is', null)
    .select('id')
    .executeTakeFirst()
  return thread !== undefined
}
