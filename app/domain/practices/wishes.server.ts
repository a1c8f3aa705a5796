import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import { notify } from '../notifications/notifications.server.ts'
import { readersAmong } from '../notifications/recipients.server.ts'
import type { SignedIn } from '../users/viewer.ts'

/** In which language how many collectivities would like a practice. */
export type Wish = { lang: Lang; count: number; codes: string[] }

/** The wishes for the practice of a query on `item`, as an SQL expression that gives JSON for `readWishes`. */
export function wishesJson() {
  return sql<string>`(select json_group_array(json_array(wish.lang, wish.collectivity_code))
    from translation_wish as wish where wish.item_id = item.id)`
}

/** What `wishesJson` gave, the language that most ask for first. */
export function readWishes(json: string): Wish[] {
  const codes = new Map<Lang, string[]>()
  for (const [lang, code] of JSON.parse(json) as [Lang, string][]) {
    codes.set(lang, [...(codes.get(lang) ?? []), code])
  }
  return [...codes]
    .map(([lang, asked]) => ({ lang, count: asked.length, codes: asked }))
    .sort((a, b) => b.count - a.count)
}

type Practice = { id: ReadableId }
type Asked = { lang: Lang; seat: { id: string; collectivity_code: string | null } }

/** Asks for a practice in a language, for the collectivity of a seat: once, whoever of it asks. */
export async function wish(trx: Db, { id }: Practice, { lang, seat }: Asked) {
  await trx
    .insertInto('translation_wish')
    .values({ item_id: id, lang, collectivity_code: seat.collectivity_code!, seat_id: seat.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes it back, whoever of the collectivity had asked. */
export async function unwish(trx: Db, { id }: Practice, { lang, seat }: Asked) {
  await trx
    .deleteFrom('translation_wish')
    .where('item_id', '=', id)
    .where('lang', '=', lang)
    .where('collectivity_code', '=', seat.collectivity_code!)
    .execute()
}

/**
 * There is a version now: tells those who asked for it and may still read it, on the site alone, and
 * forgets that they asked. Takes the transaction that writes it.
 */
export async function closeWishes(trx: Db, viewer: SignedIn, { id }: Practice, lang: Lang) {
  const asked = await trx
    .selectFrom('translation_wish')
    .leftJoin('seat', 'seat.id', 'translation_wish.seat_id')
    .where('translation_wish.item_id', '=', id)
    .where('translation_wish.lang', '=', lang)
    .select('seat.user_id')
    .execute()
  if (asked.length === 0) return
  const people = [...new Set(asked.flatMap(({ user_id }) => user_id ?? []))]
  const about = { kind: 'translated', item_id: id, actor_id: viewer.id } as const
  const readers = await readersAmong(trx, id, people)
  await notify(trx, ...readers.map((person) => ({ user_id: person.id, ...about })))
  await trx
    .deleteFrom('translation_wish')
    .where('item_id', '=', id)
    .where('lang', '=', lang)
    .execute()
}
