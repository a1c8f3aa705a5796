import { comesAtOnce } from '#app/domain/mail/choice.ts'
import { queueMail } from '#app/domain/mail/outbox.server.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { notify } from '#app/domain/notifications/notifications.server.ts'
import {
  mentioned,
  readersAmong,
  type Recipient,
} from '#app/domain/notifications/recipients.server.ts'
import { UNSEND_SECONDS } from '#app/domain/posts/posts.limits.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import { mailOf } from './mail.server.ts'

type Actor = Pick<SignedIn, 'id' | 'name'>

/** What there is to tell of: a reply or a step (`thread_id` set), a thread, a challenge, a collection, an event. */
type Told = {
  id: string
  kind: Row<'item'>['kind']
  thread_id: string | null
  /** The title of the whole that it belongs to, or its own. */
  title: string
  source: string
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

type Words = {
  people: Recipient[]
  kind: 'mention' | 'question' | 'reply' | 'accepted' | 'credit' | 'adopted'
  item: Told
}

/** Tells these people of an item, on the site and by mail; nobody of what they did themselves. */
export async function tell(trx: Db, actor: Actor, { people, kind, item }: Words) {
  const told = people.filter(({ id }) => id !== actor.id)
  const about = { kind, item_id: item.id, actor_id: actor.id }
  await notify(trx, ...told.map(({ id }) => ({ user_id: id, ...about })))
  const words = kind === 'reply' && item.kind === 'thread' ? 'new_thread' : kind
  const path = kind === 'credit' ? `/threads/${item.id}/credit` : encodeURI(itemPath(item))
  const langs = [...new Set(told.map(({ lang }) => lang))]
  const written = new Map(
    langs.map((lang) => {
      const values = { actor: actor.name, title: item.title, url: `${publicUrl()}/${lang}${path}` }
      return [lang, mailOf({ id: null, email: '', lang }, words, values, { item: item.id })]
    }),
  )
  const mails = told.flatMap(({ id, email, lang, choice }) =>
    email && comesAtOnce(choice, kind)
      ? [{ ...written.get(lang)!, user_id: id, recipient: email }]
      : [],
  )
  // What is not sent yet can be taken back with what it tells of.
  const due_at = new Date(Date.now() + UNSEND_SECONDS * 1000).toISOString()
  await queueMail(trx, ...mails.map((mail) => ({ ...mail, due_at, choosable: 1 as const })))
}
