import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { readable } from '../items/visibility.server.ts'
import { ownWords } from '../posts/quotes.ts'
import { mentions } from '../text/markdown.server.ts'
import { findViewers } from '../users/users.server.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'

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
    .where(sql<boolean>`id in (select value from json_each(${ids}))`)
    .select(['id', 'email'])
    .execute()
  const addresses = new Map(rows.map(({ id, email }) => [id, email]))
  return people.map(({ id, handle, lang, email_confirmed }) => {
    return { id, handle, lang, email: email_confirmed ? addresses.get(id)! : null }
  })
}
