import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Row } from '#db/schema.ts'
import { now } from '../items/write.server.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import { record } from '../moderation/audit.server.ts'
import { notify } from '../notifications/notifications.server.ts'
import { digest, newSecret } from '../users/digest.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { addMember } from './members.server.ts'
import { INVITATION_DAYS } from './spaces.limits.ts'

type Space = { id: ReadableId }
type Given = Pick<Row<'space_invitation'>, 'email' | 'role'>

/**
 * Invites an address into a space; an earlier invitation of the same address ends. Takes a
 * transaction; gives the secret for the link, which is kept nowhere else. It is made the same way
 * whether the address has an account, is in the space already, or neither.
 */
export async function invite(trx: Db, viewer: SignedIn, space: Space, { email, role }: Given) {
  const secret = newSecret()
  const id = newId()
  await open(trx)
    .where('space_id', '=', space.id)
    .where('email', '=', email)
    .set({ revoked_at: now() })
    .execute()
  await trx
    .insertInto('space_invitation')
    .values({
      id,
      space_id: space.id,
      email,
      role,
      token_hash: digest(secret),
      invited_by: viewer.id,
      expires_at: new Date(Date.now() + INVITATION_DAYS * 86_400_000).toISOString(),
    })
    .execute()
  await log(trx, viewer, 'space_invited', space, { kind: 'invitation', id })
  return secret
}

/** The invitations that can still be accepted. For those who may invite: `canModerateSpace`. */
export async function listInvitations(db: Db, space: Space) {
  return db
    .selectFrom('space_invitation')
    .leftJoin('user', 'user.id', 'space_invitation.invited_by')
    .where('space_id', '=', space.id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now())
    .orderBy('space_invitation.created_at', 'desc')
    .select(['space_invitation.id', 'space_invitation.email', 'space_invitation.role'])
    .select(['space_invitation.expires_at', 'user.name as inviter'])
    .execute()
}

/** Takes an invitation of this space back; false when there is none of that id to take back. */
export async function revokeInvitation(db: Db, viewer: SignedIn, space: Space, id: string) {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await open(trx)
      .where('space_id', '=', space.id)
      .where('id', '=', id)
      .set({ revoked_at: now() })
      .executeTakeFirst()
    if (Number(numUpdatedRows) === 0) return false
    await log(trx, viewer, 'space_invitation_revoked', space, { kind: 'invitation', id })
    return true
  })
}

/**
 * The open invitation behind a link, with the name of its space: only for the account whose
 * confirmed address was invited. For everybody else it does not exist.
 */
export async function findInvitation(db: Db, viewer: SignedIn, secret: string) {
  return (
    db
      .selectFrom('space_invitation as invitation')
      .innerJoin('space', 'space.id', 'invitation.space_id')
      .innerJoin('user as invited', 'invited.email', 'invitation.email')
      .leftJoin('user as inviter', 'inviter.id', 'invitation.invited_by')
      .where('invitation.token_hash', '=', digest(secret))
      .where('invited.id', '=', viewer.id)
      .where('invited.email_confirmed_at', 'is not', null)
      .where('invitation.accepted_at', 'is', null)
      .where('invitation.revoked_at', 'is', null)
      .where('invitation.expires_at', '>', now())
      .select(['invitation.id', 'invitation.space_id', 'invitation.role', 'invitation.invited_by'])
      .select(['space.name', 'space.slug', 'space.lang', 'space.purpose', 'space.visibility'])
      .select('inviter.name as inviter')
      .select((eb) =>
        eb
          .selectFrom('space_member')
          .whereRef('space_member.space_id', '=', 'space.id')
          .select((count) => count.fn.countAll<number>().as('members'))
          .as('members'),
      )
      // An invitation of one's own is a door to its space.
      .$narrowType<{ space_id: ReadableId }>()
      .executeTakeFirst()
  )
}

export type FoundInvitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>

/** Accepts an invitation, once; gives false when it has just been used or taken back. */
export async function acceptInvitation(db: Db, viewer: SignedIn, invitation: FoundInvitation) {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await open(trx)
      .where('id', '=', invitation.id)
      .set({ accepted_at: now(), accepted_by: viewer.id })
      .executeTakeFirst()
    if (Number(numUpdatedRows) === 0) return false
    const space = { id: invitation.space_id }
    if (!(await addMember(trx, space, viewer.id, invitation.role))) return true
    await log(trx, viewer, 'space_invitation_accepted', space, { kind: 'user', id: viewer.id })
    await tellInviter(trx, viewer, invitation)
    return true
  })
}

/** Declines an invitation: its link is used up. */
export async function declineInvitation(db: Db, viewer: SignedIn, invitation: FoundInvitation) {
  await db.transaction().execute(async (trx) => {
    await open(trx).where('id', '=', invitation.id).set({ revoked_at: now() }).execute()
    const { id, space_id } = invitation
    // Who was asked and did not come stays theirs: the log names the invitation, not the person.
    await log(trx, null, 'space_invitation_declined', { id: space_id }, { kind: 'invitation', id })
  })
}

async function tellInviter(trx: Db, viewer: SignedIn, invitation: FoundInvitation) {
  const { invited_by: user_id, space_id } = invitation
  if (user_id) await notify(trx, { user_id, kind: 'space_joined', space_id, actor_id: viewer.id })
}

function open(trx: Db) {
  return trx
    .updateTable('space_invitation')
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now())
}

function log(
  trx: Db,
  viewer: SignedIn | null,
  verb: string,
  space: Space,
  subject: { kind: string; id: string },
) {
  return record(trx, viewer, { verb, subject, space_id: space.id })
}
