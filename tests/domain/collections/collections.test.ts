import { expect, test } from 'vitest'
import { ENTRIES_MAX } from '#app/domain/collections/collections.limits.ts'
import { canArrange, canMakeCollection } from '#app/domain/collections/collections.policy.ts'
import { listCollections } from '#app/domain/collections/collections.server.ts'
import {
  addEntry,
  findEntry,
  listEntries,
  putBefore,
} from '#app/domain/collections/entries.server.ts'
import { now } from '#app/domain/items/write.server.ts'
import { findViewer } from '#app/domain/users/users.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import {
  aChallenge,
  aCollection,
  aMember,
  aPractice,
  aSpace,
  aThread,
  aUser,
  changeItem,
  collect,
} from '#tests/support/factories.ts'

test('facilitators and trainers make collections; members and accounts do not', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const trainer = await aTrainer()
  const [member, account] = [await aMember(), await aUser()]
  expect([facilitator, trainer, member, account, null].map(canMakeCollection)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  const made = { author_id: trainer.id, hidden_at: null }
  expect(canArrange(trainer, { ...made, steward: false })).toBe(true)
  expect(canArrange(trainer, { ...made, author_id: member.id, steward: false })).toBe(false)
  expect(canArrange(facilitator, { ...made, steward: true })).toBe(true)
  expect(canArrange(trainer, { ...made, hidden_at: now(), steward: false })).toBe(false)
})

test('entries stand in their order; hidden, archived and deleted ones go and leave no gap', async () => {
  const [first, second] = [await aPractice({ title: 'Un' }), await aChallenge({ title: 'Deux' })]
  const [third, fourth] = [await aThread({ title: 'Trois' }), await aPractice({ title: 'Quatre' })]
  const collection = await aCollection({ entries: [fourth, third, second, first] })
  const titles = async () => {
    const entries = await listEntries(db, null, 'fr', collection.id)
    return entries.map(({ card }) => card.title)
  }
  expect(await titles()).toEqual(['Quatre', 'Trois', 'Deux', 'Un'])
  await changeItem(third.id, { hidden_at: now() })
  await changeItem(fourth.id, { state: 'archived' })
  await db.deleteFrom('item').where('id', '=', second.id).execute()
  expect(await titles()).toEqual(['Un'])
})

test('what stands in a private space is there, and counted, for its members alone', async () => {
  const member = await aMember()
  const space = await aSpace({ visibility: 'private' }, [member])
  const inside = await aPractice({ author: member, space })
  const outside = await aPractice()
  const collection = await aCollection({ entries: [inside, outside] })
  const seen = async (viewer: Viewer) => {
    const { counts } = await listCollections(db, viewer, 'fr')
    const entries = await listEntries(db, viewer, 'fr', collection.id)
    return [entries.map(({ id }) => id), counts[collection.id]]
  }
  expect(await seen(member)).toEqual([[inside.id, outside.id], 2])
  expect(await seen(null)).toEqual([[outside.id], 1])
  expect(await seen(await aUser({ role: 'admin' }))).toEqual([[outside.id], 1])
})

test('an entry is put before another once, however often that is asked', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const [a, b, c] = [await aPractice(), await aPractice(), await aPractice()]
  const space = await aSpace({ visibility: 'private' }, [await aMember()])
  const between = await aPractice({ space })
  const collection = await aCollection({ entries: [a, between, b, c] })
  const put = (item: string, before: string) =>
    putBefore(db, facilitator, collection.id, { item, before })
  const order = async () =>
    (await listEntries(db, facilitator, 'fr', collection.id)).map(({ id }) => id)

  for (let time = 0; time < 2; time++) {
    await put(b.id, a.id)
    expect(await order()).toEqual([b.id, a.id, c.id])
  }
  // Not its neighbour, not there, not for them: nothing happens.
  for (const [item, before] of [
    [c.id, b.id],
    [c.id, newId()],
    [between.id, b.id],
  ] as const) {
    await put(item, before)
  }
  expect(await order()).toEqual([b.id, a.id, c.id])
})

test('an item is added once, at the end, and no more than there may be', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const collection = await aCollection({ entries: [await aPractice()] })
  const practice = await aPractice()
  const add = (id: typeof practice.id) => addEntry(db, facilitator, collection.id, id)
  expect([await add(practice.id), await add(practice.id)]).toEqual(['added', 'there'])
  const entries = await listEntries(db, facilitator, 'fr', collection.id)
  expect(entries.map(({ id }) => id).at(-1)).toBe(practice.id)

  const more = []
  for (let at = 2; at < ENTRIES_MAX; at++) more.push(await aThread())
  await collect(
    collection.id,
    more.map(({ id }, index) => ({ id, position: index + 10 })),
  )
  expect(await add((await aPractice()).id)).toBe('full')
  expect(await add(practice.id)).toBe('there')
})

test('what can be added is found by its id and its addresses; nothing else, and nothing private', async () => {
  const [practice, challenge, thread] = [await aPractice(), await aChallenge(), await aThread()]
  const space = await aSpace({ visibility: 'private' }, [await aMember()])
  const [inside, draft] = [await aPractice({ space }), await aPractice({ state: 'draft' })]
  const collection = await aCollection()
  const found = async (address: string) => (await findEntry(db, null, address))?.id
  expect(await found(practice.id)).toBe(practice.id)
  expect(await found(`https://multaqa.example/ar/practices/${practice.id}/x?y#z`)).toBe(practice.id)
  expect(await found(` /fr/challenges/${challenge.id} `)).toBe(challenge.id)
  expect(await found(`/fr/threads/${thread.id}/posts/abc`)).toBe(thread.id)
  expect(await found(`/i/${thread.id}`)).toBe(thread.id)
  for (const { id } of [inside, draft, collection]) expect(await found(id)).toBeUndefined()
  for (const text of ['', 'x', newId(), '/fr/tags/eau']) expect(await found(text)).toBeUndefined()
})

test('the list of collections goes on from page to page', async () => {
  for (let index = 0; index < 21; index++) await aCollection({ title: `Sélection ${index}` })
  const first = await listCollections(db, null, 'fr')
  expect(first.rows).toHaveLength(20)
  const [at, id] = first.next!.split('~')
  const second = await listCollections(db, null, 'fr', { at: at!, id: id! })
  const ids = new Set([...first.rows, ...second.rows].map((card) => card.id))
  expect(ids.size).toBe(first.rows.length + second.rows.length)
  expect(second.rows.length).toBeGreaterThan(0)
})

async function aTrainer() {
  const { id } = await aUser({ email_confirmed_at: now() })
  const seat = { id: newId(), user_id: id, function: 'trainer' as const, confirmed_at: now() }
  await db.insertInto('seat').values(seat).execute()
  return (await findViewer(db, id))!
}
