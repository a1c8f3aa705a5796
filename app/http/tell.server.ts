import { queueMail } from '#app/domain/mail/outbox.server.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { listFollowers } from '#app/domain/follows/follows.server.ts'
import { notify } from '#app/domain/notifications/notifications.server.ts'
import {
  followersToTell,
  mentioned,
  readersAmong,
  type Recipient,
} from '#app/domain/notifications/recipients.server.ts'
import { UNSEND_SECONDS } from '#app/domain/posts/posts.limits.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Db } from '#db/client.server.ts'
import { mailOf } from './mail.server.ts'

/** What there is to tell of: a reply or a step (`thread_id` set), a thread, a challenge, a collection, an event. */
type Told = {
  id: string
  kind: 'post' | 'step' | 'thread' | 'challenge' | 'collection' | 'event'
  thread_id: string | null
  /** The title of the whole that it belongs to, or its own. */
  title: string
  source: string
}

/**
 * Tells those whom a new text mentions, those whose practice it asks about (ids of people), and those
 * who follow what it belongs to (ids), each once
 * and only if they may read it; the mail is asked again when it leaves. In the transaction of the
 * text itself.
 */
export async function tellOf(
  trx: Db,
  actor: SignedIn,
  item: Told,
  followed: string[] = [],
  asked: string[] = [],
) {
  const { readers } = await mentioned(trx, item.id, item.source)
  const followers = await followersToTell(trx, item.id, followed)
  const authors = asked.length ? await readersAmong(trx, item.id, asked) : []
  const told = new Set<string>()
  for (const [kind, people] of [
    ['mention', readers] as const,
    ['question', authors] as const,
    ['reply', followers] as const,
  ]) {
    await tell(trx, actor, { people: people.filter(({ id }) => !told.has(id)), kind, item })
    for (const { id } of people) told.add(id)
  }
}

/** Tells those whom a changed text mentions and the one before did not. */
export async function tellOfChange(trx: Db, actor: SignedIn, item: Told, before: string) {
  const { readers } = await mentioned(trx, item.id, item.source)
  const known = new Set((await mentioned(trx, item.id, before)).readers.map(({ id }) => id))
  const people = readers.filter(({ id }) => !known.has(id))
  await tell(trx, actor, { people, kind: 'mention', item })
}

/** Tells the author of a reply that it was marked as the answer. */
export async function tellAccepted(trx: Db, actor: SignedIn, item: Told, authorId: string | null) {
  if (!authorId || authorId === actor.id) return
  const people = await readersAmong(trx, item.id, [authorId])
  await tell(trx, actor, { people, kind: 'accepted', item })
}

/** Asks the authors of these words (ids of people) whether a practice made from the thread may name them. */
export async function askForCredit(
  trx: Db,
  actor: SignedIn,
  thread: { id: string; title: string },
  userIds: string[],
) {
  const people = await readersAmong(trx, thread.id, userIds)
  const item = { ...thread, kind: 'thread', thread_id: null, source: '' } as const
  await tell(trx, actor, { people, kind: 'credit', item })
}

/** Tells the authors of a practice (ids of people), and who follows it, what a collectivity made of it. */
export async function tellOfStep(
  trx: Db,
  actor: SignedIn,
  { step, practice }: { step: string; practice: { id: string; title: string } },
  authors: string[],
) {
  const followers = await listFollowers(trx, [practice.id])
  const people = await readersAmong(trx, step, [...new Set([...authors, ...followers])])
  const { title, id: thread_id } = practice
  const item = { id: step, kind: 'step', thread_id, title, source: '' } as const
  await tell(trx, actor, { people, kind: 'adopted', item })
}

type Telling = {
  people: Recipient[]
  kind: 'mention' | 'question' | 'reply' | 'accepted' | 'credit' | 'adopted'
  item: Told
}

async function tell(trx: Db, actor: SignedIn, { people, kind, item }: Telling) {
  const told = people.filter(({ id }) => id !== actor.id)
  const about = { kind, item_id: item.id, actor_id: actor.id }
  await notify(trx, ...told.map(({ id }) => ({ user_id: id, ...about })))
  const words = kind === 'reply' && item.kind === 'thread' ? 'new_thread' : kind
  const path = kind === 'credit' ? `/threads/${item.id}/credit` : encodeURI(itemPath(item))
  const mails = told.flatMap(({ email, ...person }) => {
    const url = `${publicUrl()}/${person.lang}${path}`
    const values = { actor: actor.name, title: item.title, url }
    return email ? [mailOf({ ...person, email }, words, values, { item: item.id })] : []
  })
  // What is not sent yet can be taken back with what it tells of.
  const due_at = new Date(Date.now() + UNSEND_SECONDS * 1000).toISOString()
  await queueMail(trx, ...mails.map((mail) => ({ ...mail, due_at })))
}
