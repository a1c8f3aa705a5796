import type { Db } from '#db/client.server.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import { record } from '../moderation/audit.server.ts'
import { notify } from '../notifications/notifications.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { addMember } from './members.server.ts'
import { canAnswerRequests } from './spaces.policy.ts'
import { findSpaceById } from './spaces.server.ts'

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

type Request = Pick<ListedRequest, 'id' | 'note' | 'created_at'>

/** Lets somebody in who asked. Takes a transaction; gives the act's id in the log. */
export async function admit(trx: Db, viewer: SignedIn, space: Space, request: Request) {
  await addMember(trx, space, request.id)
  return close(trx, viewer, { space, request, kind: 'space_admitted', reason: '' })
}

/** Does not let somebody in who asked, and may say why. Takes and gives what `admit` does. */
export async function refuseRequest(
  trx: Db,
  viewer: SignedIn,
  space: Space,
  { reason, ...request }: Request & { reason: string },
) {
  await trx
    .deleteFrom('space_request')
    .where((eb) => eb.and({ space_id: space.id, user_id: request.id }))
    .execute()
  return close(trx, viewer, { space, request, kind: 'space_refused', reason })
}

/**
 * Lets a request wait again that was answered, with what it said. Gives whether it could: the space
 * is still the viewer's to keep, and nothing has changed since.
 */
export async function reopenRequest(
  trx: Db,
  viewer: SignedIn,
  { spaceId, admitted, ...request }: { spaceId: string; admitted: boolean } & Request,
) {
  const space = await findSpaceById(trx, viewer, spaceId)
  if (!space || !canAnswerRequests(viewer, { space, role: space.role })) return false
  const key = { space_id: space.id, user_id: request.id }
  const member = await trx
    .selectFrom('space_member')
    .where((eb) => eb.and(key))
    .select('role')
    .executeTakeFirst()
  if (member?.role !== (admitted ? 'member' : undefined)) return false
  await trx
    .deleteFrom('space_member')
    .where((eb) => eb.and(key))
    .execute()
  const { note, created_at } = request
  await trx
    .insertInto('space_request')
    .values({ ...key, note, created_at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return true
}

function keepers(trx: Db, space: Space) {
  return trx
    .selectFrom('space_member')
    .where('space_id', '=', space.id)
    .where('role', 'in', ['moderator', 'owner'])
    .select('user_id')
    .execute()
}

type Answer = {
  space: Space
  request: Request
  kind: 'space_admitted' | 'space_refused'
  reason: string
}

async function close(trx: Db, viewer: SignedIn, { space, request, kind, reason }: Answer) {
  const { id, note, created_at } = request
  const act_id = await record(trx, viewer, {
    verb: kind === 'space_admitted' ? 'space_request_admitted' : 'space_request_refused',
    subject: { kind: 'user', id },
    space_id: space.id,
    detail: reason ? { reason } : {},
    undo: { note, created_at },
  })
  const told = { user_id: id, space_id: space.id, actor_id: viewer.id, act_id }
  await notify(trx, { ...told, kind, note: reason })
  return act_id
}
