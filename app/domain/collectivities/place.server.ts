import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import type { Status } from '../adoptions/adoptions.ts'
import type { Card } from '../items/cards.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import { newestFirst } from '../items/page.server.ts'
import { type Cursor, PAGE_SIZE, pageOf } from '../items/page.ts'
import { readable } from '../items/visibility.server.ts'
import { isMember, type Viewer } from '../users/viewer.ts'
import { FORMER_SHOWN, type PlaceList } from './collectivities.limits.ts'

/**
 * A region's provinces, a province's communes or a commune's arrondissements, as a query that others can be
 * put together with.
 */
export function partsOf(db: Db, { code, kind }: { code: string; kind: string }) {
  const places = db
    .selectFrom('collectivity')
    .select(['code', 'kind', 'name_ar', 'name_fr'])
    .orderBy('name_fr')
  if (kind === 'region') {
    return places.where('region_code', '=', code).where('kind', 'in', ['province', 'prefecture'])
  }
  if (kind === 'province' || kind === 'prefecture') {
    return places.where('province_code', '=', code).where('kind', '=', 'commune')
  }
  return places.where('commune_code', '=', code)
}

/** `adopted`: how far the collectivity has come with it, in the list of what it took up. */
export type PlaceCard = Card & { adopted?: Status }

type Options = { code: string; list: PlaceList; before?: Cursor; size?: number }

/**
 * What concerns a collectivity, of what the viewer may read, the newest first: the practices and
 * tools it is named in, those it took up, the challenges it faces or opened, the threads asked from its seats.
 */
export async function listPlaceItems(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  { code, list, before, size = PAGE_SIZE }: Options,
) {
  const query = cardQuery(db, viewer, lang)
    .where(CONCERNS[list](code))
    .$if(list === 'adoptions', (qb) => qb.select(statusOf(code).as('adopted')) as never)
    .where('item.state', 'in', ['published', 'archived'])
    .where('item.hidden_at', 'is', null)
    .$call(newestFirst('item.published_at', 'item.id', { after: before, size }))
  const cards: PlaceCard[] = await listCards(query)
  return pageOf(cards, (card) => card.published_at, size)
}

/**
 * The people with a confirmed seat in a collectivity: those of today, and those whose seat has ended,
 * the last of them first. Members of the network see all of them; anybody else only those who have
 * written something for all to read.
 */
export async function listPlacePeople(db: Db, viewer: Viewer, code: string) {
  const today = new Date().toISOString().slice(0, 10)
  const now = placePeople(db, viewer, code)
    .where((eb) => eb.or([eb('seat.ends_on', 'is', null), eb('seat.ends_on', '>=', today)]))
    .where((eb) => eb.or([eb('seat.starts_on', 'is', null), eb('seat.starts_on', '<=', today)]))
    .orderBy('user.name')
    .limit(100)
  const former = placePeople(db, viewer, code)
    .where('seat.ends_on', '<', today)
    .orderBy('seat.ends_on', 'desc')
    .orderBy('seat.id')
    .limit(FORMER_SHOWN)
  const rows = await db
    .selectFrom(now.as('now'))
    .selectAll()
    .unionAll(db.selectFrom(former.as('former')).selectAll())
    .execute()
  const isFormer = ({ ends_on }: { ends_on: string | null }) => ends_on !== null && ends_on < today
  return { people: rows.filter((row) => !isFormer(row)), former: rows.filter(isFormer) }
}

function placePeople(db: Db, viewer: Viewer, code: string) {
  return db
    .selectFrom('seat')
    .innerJoin('user', 'user.id', 'seat.user_id')
    .where('seat.collectivity_code', '=', code)
    .where('seat.confirmed_at', 'is not', null)
    .where('user.suspended_at', 'is', null)
    .$if(!isMember(viewer), (qb) => qb.where(wrotePublicly('user.id')))
    .select(['seat.id', 'seat.function', 'seat.ends_on', 'user.name', 'user.handle'])
}

/** Holds for people who have written something that everybody may read. */
export function wrotePublicly(user: string) {
  return sql<boolean>`exists (select 1 from item as work
    where work.author_id = ${sql.ref(user)} and ${readable(null, 'work')})`
}

function statusOf(code: string) {
  return sql<Status>`(select status from adoption where practice_id = item.id
    and collectivity_code = ${code})`
}

const CONCERNS: Record<PlaceList, (code: string) => ReturnType<typeof sql<boolean>>> = {
  library: (code) => sql<boolean>`(item.kind in ('practice', 'tool')
    and item.id in (select item_id from practice where collectivity_code = ${code}))`,
  adoptions: (code) => sql<boolean>`(item.id in (select practice_id from adoption
    where status is not null and collectivity_code = ${code}))`,
  challenges: (code) => sql<boolean>`(item.kind = 'challenge' and item.id in (
    select challenge_id from challenge_face where collectivity_code = ${code}
    union select own.id from item as own join seat as chair on chair.id = own.seat_id
      where chair.collectivity_code = ${code}))`,
  threads: (code) => sql<boolean>`(item.kind = 'thread' and item.seat_id in (
    select chair.id from seat as chair where chair.collectivity_code = ${code}))`,
}
