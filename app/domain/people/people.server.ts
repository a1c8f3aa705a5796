import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { wrotePublicly } from '../collectivities/place.server.ts'
import { writtenBy } from '../items/authors.server.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import { newestFirst } from '../items/page.server.ts'
import { type Cursor, pageOf } from '../items/page.ts'
import { isMember, type Viewer } from '../users/viewer.ts'

/**
 * A person as others see them, without their address. Gives undefined alike for nobody and for a
 * suspended account. `open`: the viewer may also see the seats, being a member of the network, the
 * person, or anybody once the person has written something for all to read.
 */
export async function findPerson(db: Db, viewer: Viewer, handle: string) {
  const person = await db
    .selectFrom('user')
    .where('handle', '=', handle)
    .where('suspended_at', 'is', null)
    .select(['id', 'handle', 'name', 'about', 'role', 'created_at'])
    .select(wrotePublicly('user.id').as('wrote'))
    .executeTakeFirst()
  if (!person) return undefined
  const { wrote, ...rest } = person
  return { ...rest, open: viewer?.id === person.id || Boolean(wrote) || isMember(viewer) }
}

/** A person's confirmed seats, those of today first. */
export async function listPersonSeats(db: Db, userId: string) {
  const today = new Date().toISOString().slice(0, 10)
  const rows = await db
    .selectFrom('seat')
    .leftJoin('collectivity', 'collectivity.code', 'seat.collectivity_code')
    .where('seat.user_id', '=', userId)
    .where('seat.confirmed_at', 'is not', null)
    .orderBy('seat.created_at', 'desc')
    .select(['seat.id', 'seat.function', 'seat.starts_on', 'seat.ends_on'])
    .select(['collectivity.code', 'collectivity.name_ar', 'collectivity.name_fr'])
    .execute()
  const seats = rows.map((row) => ({ ...row, past: row.ends_on !== null && row.ends_on < today }))
  return seats.sort((a, b) => Number(a.past) - Number(b.past))
}

/** What a person published, alone or with others, of what the viewer may read; the newest first. */
export async function listPersonItems(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  { userId, before }: { userId: string; before?: Cursor },
) {
  const query = cardQuery(db, viewer, lang)
    .where(writtenBy(userId))
    .where('item.kind', 'not in', ['post', 'step'])
    .where('item.state', 'in', ['published', 'archived'])
    .where('item.hidden_at', 'is', null)
    .$call(newestFirst('item.published_at', 'item.id', { after: before }))
  return pageOf(await listCards(query), (card) => card.published_at)
}
