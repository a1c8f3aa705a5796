import { expect, test } from 'vitest'
import { cardQuery, listCards } from '#app/domain/items/cards.server.ts'
import { readable, stewarded } from '#app/domain/items/visibility.server.ts'
import { findSpace } from '#app/domain/spaces/spaces.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import {
  aMember,
  aPost,
  aPractice,
  aSpace,
  aThread,
  aUser,
  changeItem,
} from '#tests/support/factories.ts'

async function reads(viewer: Viewer, id: string) {
  const query = db.selectFrom('item').where('id', '=', id).where(readable(viewer)).select('id')
  return (await query.executeTakeFirst()) !== undefined
}

async function keeps(viewer: Viewer, id: string) {
  const query = db.selectFrom('item').where('id', '=', id).where(stewarded(viewer)).select('id')
  return (await query.executeTakeFirst()) !== undefined
}

test('a private space and all in it exist for its members alone', async () => {
  const [owner, stranger] = [await aMember(), await aMember()]
  const facilitator = await aUser({ role: 'facilitator' })
  const admin = await aUser({ role: 'admin' })
  const space = await aSpace({ visibility: 'private' }, [owner])
  const thread = await aThread({ author: owner, space })
  const reply = await aPost(thread, { author: owner })

  for (const outsider of [null, await aUser(), stranger, facilitator, admin]) {
    expect(await findSpace(db, outsider, space.slug)).toBeUndefined()
    expect(await reads(outsider, thread.id)).toBe(false)
    expect(await reads(outsider, reply.id)).toBe(false)
    expect(await keeps(outsider, thread.id)).toBe(false)
    expect(await listCards(cardQuery(db, outsider, 'fr'))).toEqual([])
  }
  expect(await findSpace(db, owner, space.slug)).toMatchObject({ role: 'owner', members: 1 })
  expect(await reads(owner, reply.id)).toBe(true)
  expect(await keeps(owner, thread.id)).toBe(true)
})

test('who leaves a private space no longer reads even what they wrote there', async () => {
  const [owner, member] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [owner, member])
  const own = await aThread({ author: member, space })
  expect(await reads(member, own.id)).toBe(true)

  await db.deleteFrom('space_member').where('user_id', '=', member.id).execute()
  expect(await reads(member, own.id)).toBe(false)
})

test('a network space is read by confirmed members, a public one by everyone', async () => {
  const [member, account] = [await aMember(), await aUser()]
  const inNetwork = await aThread({ space: await aSpace({ visibility: 'network' }) })
  const inPublic = await aThread({ space: await aSpace({ visibility: 'public' }) })

  expect([await reads(null, inNetwork.id), await reads(account, inNetwork.id)]).toEqual([
    false,
    false,
  ])
  expect(await reads(member, inNetwork.id)).toBe(true)
  expect(await reads(null, inPublic.id)).toBe(true)
})

test('a draft is for its author and co-authors, what waits also for who reviews it', async () => {
  const [author, helper, other] = [await aMember(), await aMember(), await aMember()]
  const facilitator = await aUser({ role: 'facilitator' })
  const draft = await aPractice({ author, state: 'draft' })
  const submitted = await aPractice({ author, state: 'submitted' })
  await db.insertInto('co_author').values({ item_id: draft.id, user_id: helper.id }).execute()

  expect(await reads(author, draft.id)).toBe(true)
  expect(await reads(helper, draft.id)).toBe(true)
  expect([await reads(null, draft.id), await reads(other, draft.id)]).toEqual([false, false])
  expect(await reads(facilitator, draft.id)).toBe(false)
  expect([await reads(other, submitted.id), await reads(facilitator, submitted.id)]).toEqual([
    false,
    true,
  ])
})

test('what is hidden takes its replies with it, for all but its author and who keeps order', async () => {
  const [author, replier] = [await aMember(), await aMember()]
  const facilitator = await aUser({ role: 'facilitator' })
  const thread = await aThread({ author })
  const reply = await aPost(thread, { author: replier })
  await changeItem(thread.id, { hidden_at: new Date().toISOString() })

  expect([await reads(null, thread.id), await reads(null, reply.id)]).toEqual([false, false])
  expect([await reads(replier, thread.id), await reads(replier, reply.id)]).toEqual([false, false])
  expect([await reads(author, thread.id), await reads(author, reply.id)]).toEqual([true, true])
  expect(await reads(facilitator, reply.id)).toBe(true)
})
