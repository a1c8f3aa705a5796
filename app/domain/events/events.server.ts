import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { follow } from '../follows/follows.server.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import { withOwnMarks } from '../items/marked.server.ts'
import { type Cursor, PAGE_SIZE, pageOf } from '../items/page.ts'
import { readTitles, titlesJson } from '../items/titles.server.ts'
import { onlyReadable, type ReadableId } from '../items/visibility.server.ts'
import { editTexts, insertItem, sealItem } from '../items/write.server.ts'
import { said, toSaid } from '../posts/said.server.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'
import { countPresentations } from './presentations.server.ts'

/** A page of events, the latest first, with how many presentations each lists. */
export async function listEvents(db: Db, viewer: Viewer, lang: Lang, after?: Cursor) {
  const cards = await listCards(
    cardQuery(db, viewer, lang)
      .where(inEventLists())
      .$if(after !== undefined, (qb) =>
        qb.where(sql<boolean>`(event.starts_on, event.item_id) <
          (${after?.at.slice(0, 10)}, ${after?.id})`),
      )
      .orderBy('event.starts_on', 'desc')
      .orderBy('event.item_id', 'desc')
      .limit(PAGE_SIZE + 1),
  )
  const page = pageOf(cards, ({ starts_on }) => `${starts_on}T00:00Z`)
  const ids = page.rows.map(({ id }) => id)
  return { ...page, counts: await countPresentations(db, viewer, ids) }
}

/** An event that the viewer may read, with its facts and its description; undefined for any other. */
export async function findEvent(db: Db, viewer: Viewer, lang: Lang, id: string) {
  const row = await withOwnMarks(said(db, viewer, lang), viewer)
    .innerJoin('event', 'event.item_id', 'item.id')
    .where('item.id', '=', id)
    .$call(onlyReadable(viewer))
    .select(['event.place', 'event.starts_on', 'event.ends_on', 'event.source_url'])
    .select(titlesJson().as('titles'))
    .executeTakeFirst()
  if (!row) return undefined
  return {
    ...toSaid(row),
    kind: 'event' as const,
    titles: readTitles(row.titles),
    bookmarked: Boolean(row.bookmarked),
    followed: Boolean(row.followed),
  }
}

export type FoundEvent = NonNullable<Awaited<ReturnType<typeof findEvent>>>

type Facts = { place: string; starts_on: string; ends_on: string; source_url: string }
type Written = { title: string; body: string } & Facts

/**
 * Lists an event, still without presentations; whoever does so follows it. Takes a transaction; gives
 * its id, or that of the same one when its form was sent twice.
 */
export async function makeEvent(trx: Db, viewer: SignedIn, given: Written & { lang: Lang }) {
  const same = await findSame(trx, viewer, given)
  if (same) return same.id
  const { title, body, lang } = given
  // What the network did belongs to no collectivity, whatever other seat its author holds.
  const seat_id = viewer.seats.find((seat) => seat.collectivity_code === null)?.id ?? null
  const row = { kind: 'event', state: 'published', space_id: null, lang } as const
  const by = { author_id: viewer.id, seat_id }
  const id = await insertItem(trx, { ...row, ...by }, { title, sections: { body } })
  await trx
    .insertInto('event')
    .values({ item_id: id, ...columnsOf(given) })
    .execute()
  await sealItem(trx, id, viewer.id)
  await follow(trx, viewer, id)
  return id
}

/** Changes an event's facts, and its texts in one of its languages. Takes a transaction. */
export async function editEvent(
  trx: Db,
  viewer: SignedIn,
  { id, lang }: { id: ReadableId; lang: Lang },
  given: Written & { note: string },
) {
  await editTexts(trx, id, lang, { title: given.title, sections: { body: given.body } })
  await trx.updateTable('event').set(columnsOf(given)).where('item_id', '=', id).execute()
  await sealItem(trx, id, viewer.id, given.note)
}

function columnsOf({ place, starts_on, ends_on, source_url }: Facts) {
  return { place, starts_on, ends_on: ends_on || null, source_url: source_url || null }
}

function findSame(trx: Db, viewer: SignedIn, { title, starts_on }: Written) {
  return trx
    .selectFrom('item')
    .innerJoin('item_text', 'item_text.item_id', 'item.id')
    .innerJoin('event', 'event.item_id', 'item.id')
    .where('item.author_id', '=', viewer.id)
    .where('item.hidden_at', 'is', null)
    .where('item_text.title', '=', title)
    .where('event.starts_on', '=', starts_on)
    .select('item.id')
    .executeTakeFirst()
}

// It makes an inner join of the outer one, and the pluses keep SQLite from taking all events by their
// kind and sorting them: `event_starts_on` gives the order.
function inEventLists() {
  return sql<boolean>`(+item.kind = 'event' and +item.state = 'published'
    and item.hidden_at is null and event.starts_on > '')`
}
