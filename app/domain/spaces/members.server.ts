import { jsonArrayFrom } from 'kysely/helpers/sqlite'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import { record } from '../moderation/audit.server.ts'
import type { SignedIn } from '../users/viewer.ts'

type Role = Row<'space_member'>['role']
type Space = { id: ReadableId }

/**
 * The people of a space that the viewer has already been found to see, or the first of them: owners
 * first, then by date.
 */
export async function listMembers(db: Db, spaceId: ReadableId, limit?: number) {
  const today = new Date().toISOString().slice(0, 10)
  const rows = await db
    .selectFrom('space_member')
    .innerJoin('user', 'user.id', 'space_member.user_id')
    .where('space_member.space_id', '=', spaceId)
    .orderBy((eb) =>
      eb.case('space_member.role').when('owner').then(0).when('moderator').then(1).else(2).end(),
    )
    .orderBy('space_member.joined_at')
    .orderBy('user.id')
    .$if(limit !== undefined, (qb) => qb.limit(limit!))
    .select(['user.id', 'user.handle', 'user.name', 'space_member.role', 'space_member.joined_at'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('seat')
          .leftJoin('collectivity', 'collectivity.code', 'seat.collectivity_code')
          .whereRef('seat.user_id', '=', 'user.id')
          .where('seat.confirmed_at', 'is not', null)
          .where((or) => or.or([or('seat.ends_on', 'is', null), or('seat.ends_on', '>=', today)]))
          .orderBy('seat.created_at')
          .select(['seat.function', 'collectivity.code'])
          .select(['collectivity.name_ar', 'collectivity.name_fr']),
      ).as('seats'),
    )
    .execute()
  return rows.map(({ seats, ...row }) => ({ ...row, seat: parsed(seats)[0] ?? null }))
}

function parsed<T>(json: T[] | string): T[] {
  return typeof json === 'string' ? (JSON.parse(json) as T[]) : json
}

/** A person of the space by their handle; undefined when they are not in it. */
export async function findMember(db: Db, spaceId: ReadableId, handle: string) {
  return db
    .selectFrom('space_member')
    .innerJoin('user', 'user.id', 'space_member.user_id')
    .where('space_member.space_id', '=', spaceId)
    .where('user.handle', '=', handle)
    .select(['user.id', 'user.handle', 'space_member.role'])
    .executeTakeFirst()
}

/** Adds a person to a space; nothing changes for one who is in it already. Takes a transaction. */
export async function addMember(trx: Db, space: Space, userId: string, role: Role = 'member') {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('space_member')
    .values({ space_id: space.id, user_id: userId, role })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  await trx
    .deleteFrom('space_request')
    .where((eb) => eb.and({ space_id: space.id, user_id: userId }))
    .execute()
  return Number(numInsertedOrUpdatedRows) > 0
}

/** Joins an open space. The caller has asked `canJoinSpace`. */
export async function joinSpace(db: Db, viewer: SignedIn, space: Space) {
  return db.transaction().execute(async (trx) => {
    if (await addMember(trx, space, viewer.id))
      await log(trx, viewer, 'space_joined', space, viewer)
  })
}

/** Leaves a space; gives false for the last owner, who must hand over first. */
export async function leaveSpace(db: Db, viewer: SignedIn, space: Space) {
  return db.transaction().execute(async (trx) => {
    if (await isLastOwner(trx, space, viewer)) return false
    await dropMember(trx, space, viewer)
    await log(trx, viewer, 'space_left', space, viewer)
    return true
  })
}

/** Takes a person out of a space; gives false for the last owner. The caller has asked `canOwnSpace`. */
export async function removeMember(db: Db, viewer: SignedIn, space: Space, member: { id: string }) {
  return db.transaction().execute(async (trx) => {
    if (await isLastOwner(trx, space, member)) return false
    await dropMember(trx, space, member)
    await log(trx, viewer, 'space_member_removed', space, member)
    return true
  })
}

/** Gives a person of the space another role; false when that would leave it without an owner. */
export async function changeRole(
  db: Db,
  viewer: SignedIn,
  space: Space,
  { id, role }: { id: string; role: Role },
) {
  return db.transaction().execute(async (trx) => {
    if (role !== 'owner' && (await isLastOwner(trx, space, { id }))) return false
    await trx
      .updateTable('space_member')
      .set({ role })
      .where((eb) => eb.and({ space_id: space.id, user_id: id }))
      .execute()
    await log(trx, viewer, 'space_role_changed', space, { id }, { role })
    return true
  })
}

async function isLastOwner(trx: Db, space: Space, { id }: { id: string }) {
  const owners = await trx
    .selectFrom('space_member')
    .where('space_id', '=', space.id)
    .where('role', '=', 'owner')
    .select('user_id')
    .execute()
  return owners.length === 1 && owners[0]?.user_id === id
}

async function dropMember(trx: Db, space: Space, { id }: { id: string }) {
  await trx
    .deleteFrom('space_member')
    .where((eb) => eb.and({ space_id: space.id, user_id: id }))
    .execute()
}

function log(
  trx: Db,
  viewer: SignedIn,
  verb: string,
  space: Space,
  { id }: { id: string },
  detail: Record<string, unknown> = {},
) {
  return record(trx, viewer, { verb, subject: { kind: 'user', id }, space_id: space.id, detail })
}
