import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { listFollowers } from '../follows/follows.server.ts'
import { readable } from '../items/visibility.server.ts'
import { ownWords } from '../posts/quotes.ts'
import { mentions } from '../text/markdown.server.ts'
import { findViewer } from '../users/users.server.ts'
import type { SignedIn } from '../users/viewer.ts'

const MOST_MENTIONS = 10

export type Recipient = { id: string; handle: string; lang: Lang; email: string | null }

/** Whom a text mentions outside of what it quotes: those who may read the item, and the others. */
export async function mentioned(db: Db, itemId: string, source: string) {
  const handles = mentions(ownWords(source)).slice(0, MOST_MENTIONS)
  if (handles.length === 0) return { readers: [], others: [] }
  const people = await db.selectFrom('user').where('handle', 'in', handles).select('id').execute()
  return partReaders(
    db,
    itemId,
    people.map(({ id }) => id),
  )
}

/** Those who follow any of these items and may read the one that is new. */
export async function followersToTell(db: Db, itemId: string, followed: string[]) {
  const { readers } = await partReaders(db, itemId, await listFollowers(db, followed))
  return readers
}

/** These people, if they may read an item. */
export async function readersAmong(db: Db, itemId: string, userIds: string[]) {
  return (await partReaders(db, itemId, userIds)).readers
}

// One question a person, on purpose: the door to content is one and is asked as each of them.
async function partReaders(db: Db, itemId: string, userIds: string[]) {
  const readers: Recipient[] = []
  const others: Recipient[] = []
  for (const userId of userIds) {
    const person = await findViewer(db, userId)
    if (!person) continue
    const may = await mayRead(db, person, itemId)
    ;(may ? readers : others).push(await toRecipient(db, person))
  }
  return { readers, others }
}

async function mayRead(db: Db, person: SignedIn, itemId: string) {
  const row = await db
    .selectFrom('item')
    .where('item.id', '=', itemId)
    .where(readable(person))
    .select(sql`1`.as('one'))
    .executeTakeFirst()
  return row !== undefined
}

// Mail goes only to an address that its owner has confirmed.
async function toRecipient(db: Db, { id, handle, lang, email_confirmed }: SignedIn) {
  const { email } = await db
    .selectFrom('user')
    .where('id', '=', id)
    .select('email')
    .executeTakeFirstOrThrow()
  return { id, handle, lang, email: email_confirmed ? email : null }
}
