import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Lang } from '#db/schema.ts'
import { bestLang } from '../items/cards.server.ts'
import { readable, type ReadableId } from '../items/visibility.server.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'
import { PRESENTATIONS_MAX } from './events.limits.ts'
import type { Presentation, Written } from './presentations.ts'

/** What an event lists, in the order in which it was added, with what the viewer may read of it. */
export async function listPresentations(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  eventId: ReadableId,
): Promise<Presentation[]> {
  const rows = await presented(db, viewer, lang)
    .where('presentation.event_id', '=', eventId)
    .orderBy('presentation.created_at')
    .orderBy('presentation.id')
    .execute()
  return rows.map(toPresentation)
}

/** One presentation of an event that the caller has found; undefined when it lists no such one. */
export async function findPresentation(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  { eventId, id }: { eventId: ReadableId; id: string },
): Promise<Presentation | undefined> {
  const row = await presented(db, viewer, lang)
    .where('presentation.event_id', '=', eventId)
    .where('presentation.id', '=', id)
    .executeTakeFirst()
  return row && toPresentation(row)
}

/** How many presentations each of these events lists, by id; those without any are left out. */
export async function countPresentations(db: Db, viewer: Viewer, eventIds: string[]) {
  if (eventIds.length === 0) return {}
  const rows = await db
    .selectFrom('presentation')
    .innerJoin('item', 'item.id', 'presentation.event_id')
    .where('presentation.event_id', 'in', eventIds)
    .where(readable(viewer))
    .groupBy('presentation.event_id')
    .select('presentation.event_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .execute()
  return Object.fromEntries(rows.map(({ event_id, count }) => [event_id, count]))
}

/**
 * A query for what the viewer's collectivities presented and nobody has written up or declined, as far as
 * the viewer may know, with the title of its event: in the columns of what seats are asked.
 */
export function openPresentations(db: Db, viewer: SignedIn, lang: Lang) {
  const codes = viewer.seats.flatMap(({ collectivity_code }) => collectivity_code ?? [])
  return db
    .selectFrom('presentation')
    .innerJoin('item', 'item.id', 'presentation.event_id')
    .innerJoin('item_text', (join) =>
      join.onRef('item_text.item_id', '=', 'item.id').on('item_text.lang', '=', bestLang(lang)),
    )
    .where('presentation.collectivity_code', 'in', codes)
    .where('presentation.declined_at', 'is', null)
    .where('item.hidden_at', 'is', null)
    .where(readable(viewer))
    .where(
      sql<boolean>`not exists (select 1 from presentation_practice as link
        join item as written on written.id = link.practice_id
        where link.presentation_id = presentation.id and written.state <> 'draft'
          and written.hidden_at is null and ${readable(viewer, 'written')})`,
    )
    .select('presentation.id')
    .select(sql<string>`date(presentation.created_at)`.as('due_on'))
    .select(['presentation.collectivity_code as code', 'item.id as item_id'])
    .select(sql<'presented'>`'presented'`.as('about'))
    .select(sql<string>`coalesce(item_text.title, '')`.as('title'))
    .select(['item_text.lang', 'presentation.title as presented'])
    .select('presentation.lang as presented_lang')
}

type Told = { title: string; lang: Lang; collectivity: string }

/**
 * Lists a presentation, which its collectivity is then asked to write up. Takes a transaction; gives its
 * id, that of the same one when its form was sent twice, or undefined when there is no room.
 */
export async function addPresentation(
  trx: Db,
  eventId: ReadableId,
  { title, lang, collectivity }: Told,
) {
  const listed = await trx
    .selectFrom('presentation')
    .where('event_id', '=', eventId)
    .select(['id', 'title', 'collectivity_code as code'])
    .execute()
  const same = listed.find((one) => one.title === title && one.code === collectivity)
  if (same || listed.length >= PRESENTATIONS_MAX) return same?.id
  const row = { id: newId(), event_id: eventId, title, lang, collectivity_code: collectivity }
  await trx.insertInto('presentation').values(row).execute()
  return row.id
}

/**
 * Changes what a presentation was called and who gave it; another collectivity is asked from the
 * beginning. Takes a transaction; gives false, and changes nothing, when the event lists the same already.
 */
export async function editPresentation(
  trx: Db,
  eventId: ReadableId,
  { id, place }: Pick<Presentation, 'id' | 'place'>,
  { title, lang, collectivity }: Told,
) {
  const same = await trx
    .selectFrom('presentation')
    .where('event_id', '=', eventId)
    .where('collectivity_code', '=', collectivity)
    .where('title', '=', title)
    .where('id', '<>', id)
    .select('id')
    .executeTakeFirst()
  if (same) return false
  const asked = {
    ...{ declined_at: null, reason: null, reason_lang: null, reminded: 0 },
    created_at: new Date().toISOString(),
  }
  await trx
    .updateTable('presentation')
    .set({ title, lang, collectivity_code: collectivity })
    .$if(place.code !== collectivity, (qb) => qb.set(asked))
    .where('event_id', '=', eventId)
    .where('id', '=', id)
    .execute()
  return true
}

/** Takes a presentation off the list; what was written of it stays. */
export async function removePresentation(trx: Db, eventId: ReadableId, { id }: { id: string }) {
  await trx
    .deleteFrom('presentation')
    .where('event_id', '=', eventId)
    .where('id', '=', id)
    .execute()
}

/** Says which practice tells of a presentation: both were found by the caller, or made. */
export async function linkPractice(trx: Db, presentationId: string, practiceId: string) {
  await trx
    .insertInto('presentation_practice')
    .values({ presentation_id: presentationId, practice_id: practiceId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Says that a practice, which the caller has found, does not tell of a presentation. */
export async function unlinkPractice(trx: Db, presentationId: string, practiceId: ReadableId) {
  await trx
    .deleteFrom('presentation_practice')
    .where('presentation_id', '=', presentationId)
    .where('practice_id', '=', practiceId)
    .execute()
}

function presented(db: Db, viewer: Viewer, lang: Lang) {
  return db
    .selectFrom('presentation')
    .innerJoin('collectivity as town', 'town.code', 'presentation.collectivity_code')
    .select(['presentation.id', 'presentation.title', 'presentation.lang'])
    .select(['presentation.declined_at', 'presentation.reason', 'presentation.reason_lang'])
    .select(['town.code', 'town.name_ar', 'town.name_fr'])
    .select(writtenJson(viewer, lang).as('written'))
}

// What is published before what is not: that only those read who write it or keep it in order.
function writtenJson(viewer: Viewer, lang: Lang) {
  return sql<string | null>`(select json_object('id', written.id, 'kind', written.kind,
      'state', written.state, 'title', coalesce(words.title, ''), 'lang', words.lang)
    from presentation_practice as link join item as written on written.id = link.practice_id
    join item_text as words on words.item_id = written.id and words.lang = ${bestLang(lang, 'written')}
    where link.presentation_id = presentation.id and written.hidden_at is null
      and ${readable(viewer, 'written')}
    order by written.state in ('published', 'archived') desc, written.created_at, written.id limit 1)`
}

type Row = Awaited<ReturnType<ReturnType<typeof presented>['execute']>>[number]

function toPresentation({ code, name_ar, name_fr, written, ...rest }: Row): Presentation {
  return {
    ...rest,
    place: { code, name_ar, name_fr },
    written: written === null ? null : (JSON.parse(written) as Written),
  }
}
