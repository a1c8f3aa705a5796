import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { oldestFirst } from '../items/page.server.ts'
import type { Cursor } from '../items/page.ts'
import { visibleSpace } from '../items/visibility.server.ts'
import { listWaitingSeats } from '../seats/seats.server.ts'
import { isFacilitator, type SignedIn } from '../users/viewer.ts'
import { QUEUE_SIZE } from './moderation.limits.ts'
import type { Scope } from './queue-items.server.ts'

/** The seats that wait for a facilitator, the longest waiting first. */
export async function listSeatEntries(db: Db, viewer: SignedIn, after?: Cursor) {
  const seats = await listWaitingSeats(db, { size: QUEUE_SIZE, after })
  return seats.map(({ user_id, created_at, ...seat }) => ({
    ...seat,
    queue: 'seats' as const,
    at: created_at,
    person: user_id,
    own: user_id === viewer.id,
  }))
}

/** How many seats wait. */
export function countSeats(db: Db) {
  return db
    .selectFrom('seat')
    .innerJoin('user', 'user.id', 'seat.user_id')
    .where('confirmed_at', 'is', null)
    .where('refused_at', 'is', null)
    .where('user.suspended_at', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
}

/**
 * Who asks to join a space that the viewer keeps, or that they see as a facilitator: never a private
 * one of others.
 */
export function waitingJoins(db: Db, viewer: SignedIn, { space }: Scope) {
  const role = sql`exists (select 1 from space_member as role where role.space_id = space.id
    and role.user_id = ${viewer.id} and role.role in ('moderator', 'owner'))`
  const open = isFacilitator(viewer) ? sql`space.visibility <> 'private'` : sql`0`
  return db
    .selectFrom('space_request')
    .innerJoin('space', 'space.id', 'space_request.space_id')
    .innerJoin('user', 'user.id', 'space_request.user_id')
    .where(visibleSpace(viewer))
    .where(sql<boolean>`(${role} or ${open})`)
    .where('space.archived_at', 'is', null)
    .where('user.suspended_at', 'is', null)
    .$if(space !== undefined, (qb) => qb.where('space.id', '=', space ?? ''))
}

/** The same with who they are and what they wrote, the longest waiting first. */
export async function listJoinEntries(
  db: Db,
  viewer: SignedIn,
  { after, ...scope }: Scope & { after?: Cursor },
) {
  const rows = await waitingJoins(db, viewer, scope)
    .$call(
      oldestFirst('space_request.created_at', 'space_request.user_id', { after, size: QUEUE_SIZE }),
    )
    .leftJoin('seat', (join) => join.on('seat.id', '=', currentSeat()))
    .leftJoin('collectivity as place', 'place.code', 'seat.collectivity_code')
    .select(['user.id', 'user.name', 'user.handle', 'space_request.note'])
    .select(['space_request.created_at as at', 'space.slug as space', 'space.name as space_name'])
    .select(['seat.function', 'place.code', 'place.name_ar', 'place.name_fr'])
    .execute()
  return rows.map((row) => ({
    ...row,
    queue: 'joins' as const,
    person: row.id,
    own: row.id === viewer.id,
  }))
}

function currentSeat() {
  const today = new Date().toISOString().slice(0, 10)
  return sql<string>`(select held.id from seat as held where held.user_id = space_request.user_id
    and held.confirmed_at is not null and (held.ends_on is null or held.ends_on >= ${today})
    order by held.created_at limit 1)`
}
