import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { readable } from '../items/visibility.server.ts'
import type { MailChoice } from '../mail/choice.ts'
import { ownWords } from '../posts/quotes.ts'
import { mentions } from '../text/markdown.server.ts'
import { findViewers } from '../users/users.server.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'

const MOST_MENTIONS = 10

/** Where mail goes, if the address is confirmed, and which the person wants. */
export type Recipient = {
  id: string
  handle: string
  lang: Lang
  email: string | null
  choice: MailChoice
}

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

/** These people, if they may read an item. */
export async function readersAmong(db: Db, itemId: string, userIds: string[]) {
  return (await partReaders(db, itemId, userIds)).readers
}

// What everyone may read, each of them may. Of all else the door is asked as each of them, on purpose.
async function partReaders(db: Db, itemId: string, userIds: string[]) {
  const people = userIds.length > 0 ? await findViewers(db, userIds) : []
  const isPublic = people.length > 1 && (await mayRead(db, null, itemId))
  const readers: SignedIn[] = []
  const others: SignedIn[] = []
  for (const person of people) {
    const may = isPublic || (await mayRead(db, person, itemId))
    ;(may ? readers : others).push(person)
  }
  return { readers: await withAddresses(db, readers), others }
}

async function mayRead(db: Db, viewer: Viewer, itemId: string) {
  const row = await db
    .selectFrom('item')
    .where('item.id', '=', itemId)
    .where(readable(viewer))
    .select(sql`1`.as('one'))
    .executeTakeFirst()
  return row !== undefined
}

// Mail goes only to an address that its owner has confirmed.
async function withAddresses(db: Db, people: SignedIn[]): Promise<Recipient[]> {
  if (people.length === 0) return []
  const ids = JSON.stringify(people.map(({ id }) => id))
  const rows = await db
    .selectFrom('user')
    .leftJoin('mail_choice', 'mail_choice.user_id', 'user.id')
    .where(sql<boolean>`user.id in (select value from json_each(${ids}))`)
    .select(['user.id', 'user.email', 'mail_choice.choice'])
    .execute()
  const addresses = new Map(rows.map((row) => [row.id, row]))
  return people.map(({ id, handle, lang, email_confirmed }) => {
    const { email, choice } = addresses.get(id)!
    return { id, handle, lang, email: email_confirmed ? email : null, choice: choice ?? 'each' }
  })
}
