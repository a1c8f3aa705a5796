import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import type { Typed } from '../drafts/composing.ts'
import { findDraft, saveDraft } from '../drafts/drafts.server.ts'
import { replyKey, threadKey } from '../drafts/keys.ts'
import { releaseFiles } from '../files/files.server.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { recountReplies } from './posts.server.ts'

type Sent = {
  id: ReadableId
  kind: string
  thread_id: string | null
  lang: Lang
  source: string
  title: string
}

/**
 * Takes back what the viewer has just sent, as if it had never been: the item goes with what told of
 * it, its words are a draft again, before what was typed since. Takes a transaction and an item of
 * which `canUnsend` holds; gives the address where the draft is, or undefined when somebody has
 * replied, reacted or marked it as the answer.
 */
export async function unsend(trx: Db, viewer: SignedIn, item: Sent) {
  if (await wasAnswered(trx, viewer, item)) return undefined
  const { key, path } = item.thread_id
    ? replyPlace(item.thread_id)
    : await threadPlace(trx, item.id)
  const fields = await fieldsOf(trx, item)
  const since = (await findDraft(trx, viewer.id, key))?.values.body?.[0]
  const body = since ? `${item.source}\n\n${since}` : item.source
  await releaseFiles(trx, item.id)
  await trx.deleteFrom('mail').where('item_id', '=', item.id).execute()
  await trx.deleteFrom('item').where('id', '=', item.id).execute()
  if (item.thread_id) await recountReplies(trx, item.thread_id)
  await saveDraft(trx, viewer.id, key, { ...fields, body: [body], lang: [item.lang] })
  return path
}

async function wasAnswered(trx: Db, viewer: SignedIn, { id, thread_id }: Sent) {
  const reply = await trx
    .selectFrom('item')
    .leftJoin('section', 'section.item_id', 'item.id')
    .where('item.thread_id', '=', thread_id ?? id)
    .where('item.id', '<>', id)
    .$if(thread_id !== null, (qb) =>
      qb.where(sql<boolean>`instr(section.source, ${`/posts/${id}`}) > 0`),
    )
    .select('item.id')
    .executeTakeFirst()
  const reaction = await trx
    .selectFrom('reaction')
    .where('item_id', '=', id)
    .where('user_id', '<>', viewer.id)
    .select('user_id')
    .executeTakeFirst()
  const accepted = await trx
    .selectFrom('thread')
    .where('accepted_post_id', '=', id)
    .select('item_id')
    .executeTakeFirst()
  return [reply, reaction, accepted].some((one) => one !== undefined)
}

function replyPlace(threadId: string) {
  return { key: replyKey(threadId), path: `/threads/${threadId}#reply` }
}

async function threadPlace(trx: Db, id: ReadableId) {
  const place = await trx
    .selectFrom('item')
    .leftJoin('space', 'space.id', 'item.space_id')
    .leftJoin('practice_thread', (join) =>
      join.onRef('practice_thread.thread_id', '=', 'item.id').on('tie', '=', 'question'),
    )
    .leftJoin('challenge_link', 'challenge_link.item_id', 'item.id')
    .where('item.id', '=', id)
    .select(['practice_id as practice', 'challenge_link.challenge_id as challenge'])
    .select(['item.space_id as space', 'space.slug'])
    .executeTakeFirstOrThrow()
  const { practice, challenge, slug } = place
  const about = Object.entries({ practice, challenge, space: slug }).find(([, value]) => value)
  const query = about ? `?${new URLSearchParams([about as [string, string]]).toString()}` : ''
  return { key: threadKey(place), path: `/threads/new${query}` }
}

async function fieldsOf(trx: Db, { id, thread_id, title }: Sent): Promise<Typed> {
  const { seat_id, form } = await trx
    .selectFrom('item')
    .leftJoin('thread', 'thread.item_id', 'item.id')
    .where('item.id', '=', id)
    .select(['item.seat_id', 'thread.form'])
    .executeTakeFirstOrThrow()
  const seat: Typed = seat_id ? { seat: [seat_id] } : {}
  return thread_id ? seat : { ...seat, title: [title], form: form ? [form] : [] }
}
