import { expect, test } from 'vitest'
import { readCursor } from '#app/domain/items/page.ts'
import { acceptInvitation, findInvitation, invite } from '#app/domain/spaces/invitations.server.ts'
import { listOtherSpaces, listOwnSpaces } from '#app/domain/spaces/lists.server.ts'
import { listSpaceLog } from '#app/domain/spaces/log.server.ts'
import { reachOf } from '#app/domain/spaces/reach.server.ts'
import * as may from '#app/domain/spaces/spaces.policy.ts'
import { findSpace, findSpaceById } from '#app/domain/spaces/spaces.server.ts'
import { db } from '#db/client.server.ts'
import { aMember, aPost, aSpace, aThread, aUser } from '#tests/support/factories.ts'

test('a private space does not exist for anybody outside, administrators included', async () => {
  const owner = await aMember()
  const space = await aSpace({ visibility: 'private' }, [owner])
  for (const outsider of [null, await aUser(), await aMember(), await aUser({ role: 'admin' })]) {
    expect(await findSpace(db, outsider, space.slug)).toBeUndefined()
    expect(await findSpaceById(db, outsider, space.id)).toBeUndefined()
    expect(await listOwnSpaces(db, outsider)).toEqual([])
    expect((await listOtherSpaces(db, outsider)).rows).toEqual([])
  }
  expect(await findSpace(db, owner, space.slug)).toMatchObject({ role: 'owner', members: 1 })
})

test('a list of spaces is paged to its end without losing one', async () => {
  for (let made = 0; made < 25; made++) await aSpace({ visibility: 'public' })
  const first = await listOtherSpaces(db, null)
  const second = await listOtherSpaces(db, null, readCursor(first.next))
  const ids = [...first.rows, ...second.rows].map(({ id }) => id)
  expect([new Set(ids).size, second.next]).toEqual([25, null])
})

test('an invitation is accepted once even when it is accepted twice at the same moment', async () => {
  const [owner, guest] = [await aMember(), await aUser()]
  const space = await aSpace({ visibility: 'private' }, [owner])
  const secret = await db
    .transaction()
    .execute((trx) => invite(trx, owner, space, { email: guest.email, role: 'member' }))
  const invitation = (await findInvitation(db, guest, secret))!
  const accepted = [
    await acceptInvitation(db, guest, invitation),
    await acceptInvitation(db, guest, invitation),
  ]
  expect(accepted).toEqual([true, false])
  expect(await findInvitation(db, guest, secret)).toBeUndefined()
  const { rows } = await listSpaceLog(db, owner, space.id)
  expect(rows.filter(({ verb }) => verb === 'space_invitation_accepted')).toHaveLength(1)
})

test('the reach of a change counts what would be read, and no draft', async () => {
  const [owner, peer] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [owner, peer])
  const thread = await aThread({ author: owner, space })
  await aPost(thread, { author: peer })
  await aThread({ author: owner, space, state: 'draft' })
  await aThread({ author: owner })
  const nothing = { challenges: 0, practices: 0, documents: 0 }
  expect(await reachOf(db, space.id)).toMatchObject({
    ...nothing,
    threads: 1,
    posts: 1,
    members: 2,
  })
})

test('an administrator has no right in a space but the role they hold in it', async () => {
  const admin = await aUser({ role: 'admin' })
  const rest = { joining: 'invitation', archived_at: null } as const
  for (const visibility of ['network', 'private'] as const) {
    const outside = { space: { visibility, ...rest }, role: null }
    // Where they see who waits to be let in, whoever keeps order may answer.
    const open = visibility === 'network' ? [may.canAnswerRequests, may.canAdmitToSpace] : []
    const theirs: unknown[] = [may.canCreateSpace, ...open]
    for (const can of Object.values(may)) {
      expect(can(admin, outside), can.name).toBe(theirs.includes(can))
    }
  }
})
