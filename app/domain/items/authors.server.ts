import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import type { SignedIn } from '../users/viewer.ts'
import type { ItemAuthor } from './authors.ts'

/**
 * Who wrote an item, and from which seat, as an SQL expression that gives JSON for `readAuthor`.
 * What a person wrote stays with their collectivity after they left; the page of somebody who is
 * suspended does not exist, and so nothing leads there. Takes the name that the query
 * gives to the table `item`.
 */
export function authorJson(item = 'item') {
  return sql<string>`(select json_object('name', writer.name, 'handle',
      case when writer.suspended_at is null then writer.handle end,
      'function', chair.function, 'code', town.code, 'name_ar', town.name_ar, 'name_fr', town.name_fr)
    from (select 1) left join user as writer on writer.id = ${sql.ref(`${item}.author_id`)}
    left join seat as chair on chair.id = ${sql.ref(`${item}.seat_id`)}
    left join collectivity as town on town.code = chair.collectivity_code)`
}

/** Reads what `authorJson` gave. */
export function readAuthor(json: string): ItemAuthor {
  const { code, name_ar, name_fr, ...author } = JSON.parse(json)
  return { ...author, place: code === null ? null : { code, name_ar, name_fr } }
}

export type SeatChoice = {
  id: string
  function: Row<'seat'>['function']
  place: ItemAuthor['place']
}

/** The viewer's current seats with the names of their places, to choose from. */
export async function listOwnSeats(db: Db, viewer: SignedIn): Promise<SeatChoice[]> {
  if (viewer.seats.length === 0) return []
  const ids = viewer.seats.map(({ id }) => id)
  const rows = await db
    .selectFrom('seat')
    .leftJoin('collectivity', 'collectivity.code', 'seat.collectivity_code')
    .where('seat.id', 'in', ids)
    .orderBy('seat.created_at')
    .select(['seat.id', 'seat.function', 'collectivity.code'])
    .select(['collectivity.name_ar', 'collectivity.name_fr'])
    .execute()
  return rows.map(({ id, function: held, code, name_ar, name_fr }) => ({
    id,
    function: held,
    place: code === null ? null : { code, name_ar: name_ar ?? '', name_fr: name_fr ?? '' },
  }))
}

/** The seat one writes from: the chosen one when it is one's own, else the first, or none. */
export function seatOf(viewer: SignedIn, chosen?: string) {
  return (viewer.seats.find(({ id }) => id === chosen) ?? viewer.seats[0])?.id ?? null
}

/** An SQL condition that holds for the items that a person wrote, alone or with others; it finds them by index. */
export function writtenBy(userId: string) {
  return sql<boolean>`item.id in (select own.id from item as own where own.author_id = ${userId}
    union select shared.item_id from co_author as shared where shared.user_id = ${userId})`
}
