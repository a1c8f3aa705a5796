import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { FALLBACKS } from '../languages.ts'
import { adoptersOf } from '../adoptions/adopters.server.ts'
import type { Viewer } from '../users/viewer.ts'
import type { Card } from './cards.ts'
import { readable } from './visibility.server.ts'

/**
 * The language version of an item that suits a reader best, as an SQL expression that gives its
 * language. Takes the reader's language and the name that the query gives to the table `item`.
 */
export function bestLang(lang: Lang, item = 'item') {
  const ranks = FALLBACKS[lang].map(
    (one, rank) => sql`when ${one} then ${sql.lit(`${rank}${one}`)}`,
  )
  // The least of «0fr», «1ar»: an ORDER BY here would build a tree in memory for every row of a list.
  return sql<Lang>`(select substr(min(case best.lang ${sql.join(ranks, sql` `)} end), 2)
    from item_text as best where best.item_id = ${sql.ref(`${item}.id`)})`
}

/**
 * An SQL condition that holds for what the library shows. Word for word that of the index
 * `item_library`, which gives its lists in their order; the pluses keep SQLite from taking another
 * index and sorting. Combine it with `readable`.
 */
export function inLibrary() {
  return sql<boolean>`(+item.kind in ('practice', 'tool') and +item.state = 'published'
    and item.hidden_at is null)`
}

/**
 * An SQL condition that holds for the threads that lists show; `thread.last_post_at` gives the order.
 * It makes an inner join of the outer one, and the pluses keep SQLite from taking all threads by their
 * kind and sorting them. Combine it with `readable`.
 */
export function inThreadLists() {
  return sql<boolean>`(+item.kind = 'thread' and +item.state = 'published'
    and item.hidden_at is null and thread.last_post_at > '')`
}

/**
 * The code of the collectivity that an item comes from, as an SQL expression: the one that a practice names,
 * else that of the seat it was written from. For a query that joins `practice` and `seat`.
 */
export function placeCode() {
  return sql<string>`coalesce(practice.collectivity_code, seat.collectivity_code)`
}

/**
 * The items that the viewer may read, ready to be narrowed, ordered and listed as cards: add
 * conditions on `item`, then give the query to `listCards`.
 */
export function cardQuery(db: Db, viewer: Viewer, lang: Lang) {
  return db
    .selectFrom('item')
    .innerJoin('item_text', (join) =>
      join.onRef('item_text.item_id', '=', 'item.id').on('item_text.lang', '=', bestLang(lang)),
    )
    .leftJoin('practice', 'practice.item_id', 'item.id')
    .leftJoin('challenge', 'challenge.item_id', 'item.id')
    .leftJoin('thread', 'thread.item_id', 'item.id')
    .leftJoin('event', 'event.item_id', 'item.id')
    .leftJoin('seat', 'seat.id', 'item.seat_id')
    .leftJoin('collectivity as place', (join) => join.on('place.code', '=', placeCode()))
    .leftJoin('space', 'space.id', 'item.space_id')
    .where(readable(viewer))
}

type CardQuery = ReturnType<typeof cardQuery>

/** Runs a card query; gives the cards in its order. */
export async function listCards(query: CardQuery): Promise<Card[]> {
  const rows = await query
    .select([
      'item.id',
      'item.kind',
      'item.state',
      'item.published_at',
      'item.created_at',
      'item.hidden_at',
    ])
    .select(['item_text.title', 'item_text.summary', 'item_text.lang'])
    .select(['place.code', 'place.name_ar', 'place.name_fr', 'event.starts_on', 'event.ends_on'])
    .select(sql<string | null>`coalesce(practice.place, event.place)`.as('place_text'))
    .select(['space.name as space_name', 'space.slug as space_slug', 'space.visibility'])
    .select([
      'practice.stage',
      'practice.year',
      'challenge.progress',
      'thread.form',
      'thread.accepted_post_id',
    ])
    .select(['thread.reply_count', adoptersOf().as('adopters')])
    .select(
      sql<string>`(select json_group_array(principle) from item_principle
        where item_principle.item_id = item.id)`.as('principles'),
    )
    .execute()
  return rows.map(toCard)
}

type Row = Awaited<ReturnType<CardQuery['execute']>>[number] & Record<string, any>

function toCard(row: Row): Card {
  const { code, name_ar, name_fr, space_name, space_slug, visibility, accepted_post_id, ...rest } =
    row
  return {
    ...(rest as Omit<Card, 'place' | 'space' | 'principles' | 'answered' | 'title'>),
    title: row.title ?? '',
    place: code === null ? null : { code, name_ar, name_fr },
    space: space_slug === null ? null : { name: space_name, slug: space_slug, visibility },
    principles: JSON.parse(row.principles) as string[],
    answered: accepted_post_id !== null,
  }
}
