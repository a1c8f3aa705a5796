import { type FoundSpace } from '#app/domain/spaces/spaces.server.ts'
import { invite } from '#app/domain/spaces/invitations.server.ts'
import { admit, type ListedRequest, refuseRequest } from '#app/domain/spaces/requests.server.ts'
import { INVITATION_DAYS } from '#app/domain/spaces/spaces.limits.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { publicUrl } from '#app/settings.server.ts'
import { db } from '#db/client.server.ts'
import { mailTo } from './mail.server.ts'

/**
 * Invites an address and writes to it. The mail names who invites and not the space: an address
 * that was mistyped learns nothing. It is queued alike whether the address has an account or not.
 */
export async function inviteByMail(
  viewer: SignedIn,
  space: FoundSpace,
  given: { email: string; role: 'member' | 'moderator' },
) {
  await db.transaction().execute(async (trx) => {
    const secret = await invite(trx, viewer, space, given)
    const account = await trx
      .selectFrom('user')
      .where('email', '=', given.email)
      .select(['id', 'lang'])
      .executeTakeFirst()
    const lang = account?.lang ?? viewer.lang
    const to = { id: account?.id ?? null, email: given.email, lang }
    const base = `${publicUrl()}/${lang}`
    const values = {
      inviter: viewer.name,
      link: `${base}/invitations?token=${secret}`,
      signup: `${base}/signup`,
      days: String(INVITATION_DAYS),
    }
    await mailTo(trx, to, account ? 'space_invitation' : 'space_invitation_new', values)
  })
}

/** Lets somebody in who asked, or not, and tells them so. Gives the act's id in the log. */
export async function answerRequest(
  viewer: SignedIn,
  space: FoundSpace,
  request: ListedRequest,
  { admitted, reason = '' }: { admitted: boolean; reason?: string },
) {
  return db.transaction().execute(async (trx) => {
    const act = admitted
      ? await admit(trx, viewer, space, request)
      : await refuseRequest(trx, viewer, space, { ...request, reason })
    const link = `${publicUrl()}/${request.lang}${encodeURI(`/spaces/${space.slug}`)}`
    const refused = reason ? 'space_refused_because' : 'space_refused'
    const kind = admitted ? 'space_admitted' : refused
    const about = { space: space.id, act }
    await mailTo(trx, request, kind, { space: space.name, link, reason }, about)
    return act
  })
}
