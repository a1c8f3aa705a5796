import type { Db } from '#db/client.server.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import { record } from '../moderation/audit.server.ts'
import { notify } from '../notifications/notifications.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { addMember } from './members.server.ts'

type Space = { id: ReadableId }

/** Asks to join; those who keep the space are told once. The caller has asked `canAskToJoinSpace`. */
export async function askToJoin(db: Db, viewer: SignedIn, space: Space, note: string) {
  await db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('space_request')
      .values({ space_id: space.id, user_id: viewer.id, note })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (Number(numInsertedOrUpdatedRows) === 0) return
    for (const { user_id } of await keepers(trx, space)) {
      await notify(trx, { user_id, kind: 'space_request', space_id: space.id, actor_id: viewer.id })
    }
  })
}

/** Whether the viewer is waiting to be let in. */
export async function hasAsked(db: Db, viewer: SignedIn, space: Space) {
  const row = await db
    .selectFrom('space_request')
    .where((eb) => eb.and({ space_id: space.id, user_id: viewer.id }))
    .select('user_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Who waits to be let in, the longest first. For those who may answer: `canModerateSpace`. */
export async function listRequests(db: Db, space: Space) {
  return db
    .selectFrom('space_request')
    .innerJoin('user', 'user.id', 'space_request.user_id')
    .where('space_id', '=', space.id)
    .orderBy('space_request.created_at')
    .select(['user.id', 'user.handle', 'user.name', 'user.email', 'user.lang'])
    .select(['space_request.note', 'space_request.created_at'])
    .execute()
}

export type ListedRequest = Awaited<ReturnType<typeof listRequests>>[number]

/** Lets somebody in who asked. Takes a transaction. */
export async function admit(trx: Db, viewer: SignedIn, space: Space, request: { id: string }) {
  await addMember(trx, space, request.id)
  const told = { user_id: request.id, space_id: space.id, actor_id: viewer.id }
  await notify(trx, { ...told, kind: 'space_admitted' })
  await log(trx, viewer, 'space_request_admitted', space, request)
}

/** Does not let somebody in who asked. Takes a transaction. */
export async function refuseRequest(
  trx: Db,
  viewer: SignedIn,
  space: Space,
  request: { id: string },
) {
  await trx
    .deleteFrom('space_request')
    .where((eb) => eb.and({ space_id: space.id, user_id: request.id }))
    .execute()
  const told = { user_id: request.id, space_id: space.id, actor_id: viewer.id }
  await notify(trx, { ...told, kind: 'space_refused' })
  await log(trx, viewer, 'space_request_refused', space, request)
}

function keepers(trx: Db, space: Space) {
  return trx
    .selectFrom('space_member')
    .where('space_id', '=', space.id)
    .where('role', 'in', ['moderator', 'owner'])
    .select('user_id')
    .execute()
}

function log(trx: Db, viewer: SignedIn, verb: string, space: Space, { id }: { id: string }) {
  return record(trx, viewer, { verb, subject: { kind: 'user', id }, space_id: space.id })
}
