import { itemPath } from '#app/domain/items/paths.ts'
import { notify } from '#app/domain/notifications/notifications.server.ts'
import {
  followersToTell,
  mentioned,
  readersAmong,
  type Recipient,
} from '#app/domain/notifications/recipients.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Db } from '#db/client.server.ts'
import { mailTo } from './mail.server.ts'

/** What there is to tell of: a reply (`thread_id` set), a thread or a challenge. */
type Told = {
  id: string
  kind: 'post' | 'thread' | 'challenge'
  thread_id: string | null
  /** The title of the thread or the challenge. */
  title: string
  source: string
}

/**
 * Tells those whom a new text mentions, and those who follow what it belongs to (ids), each once
 * and only if they may read it; the mail is asked again when it leaves. In the transaction of the
 * text itself.
 */
export async function tellOf(trx: Db, actor: SignedIn, item: Told, followed: string[] = []) {
  const { readers } = await mentioned(trx, item.id, item.source)
  const followers = await followersToTell(trx, item.id, followed)
  const told = new Set([actor.id])
  for (const [kind, people] of [['mention', readers] as const, ['reply', followers] as const]) {
    for (const person of people.filter(({ id }) => !told.has(id))) {
      told.add(person.id)
      await tell(trx, actor, person, kind, item)
    }
  }
}

/** Tells those whom a changed text mentions and the one before did not. */
export async function tellOfChange(trx: Db, actor: SignedIn, item: Told, before: string) {
  const { readers } = await mentioned(trx, item.id, item.source)
  const known = new Set((await mentioned(trx, item.id, before)).readers.map(({ id }) => id))
  for (const person of readers.filter(({ id }) => !known.has(id) && id !== actor.id)) {
    await tell(trx, actor, person, 'mention', item)
  }
}

/** Tells the author of a reply that it was marked as the answer. */
export async function tellAccepted(trx: Db, actor: SignedIn, item: Told, authorId: string | null) {
  if (!authorId || authorId === actor.id) return
  for (const person of await readersAmong(trx, item.id, [authorId])) {
    await tell(trx, actor, person, 'accepted', item)
  }
}

async function tell(
  trx: Db,
  actor: SignedIn,
  person: Recipient,
  kind: 'mention' | 'reply' | 'accepted',
  item: Told,
) {
  await notify(trx, { user_id: person.id, kind, item_id: item.id, actor_id: actor.id })
  if (!person.email) return
  const url = `${publicUrl()}/${person.lang}${encodeURI(itemPath(item))}`
  const words = kind === 'reply' && item.kind === 'thread' ? 'new_thread' : kind
  const to = { ...person, email: person.email }
  await mailTo(trx, to, words, { actor: actor.name, title: item.title, url }, { item: item.id })
}
