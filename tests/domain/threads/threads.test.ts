import { expect, test } from 'vitest'
import { canAsk, canMarkAnswer, isHeldFirst } from '#app/domain/threads/threads.policy.ts'
import { findThread, listThreads } from '#app/domain/threads/threads.server.ts'
import { db } from '#db/client.server.ts'
import { aChallenge, aMember, aSpace, aThread, aUser } from '#tests/support/factories.ts'

const inSpace = { visibility: 'private', joining: 'invitation', archived_at: null } as const

test('every confirmed address may ask in the open; the first thread without a seat is held', async () => {
  const [account, member] = [await aUser(), await aMember()]
  expect(canAsk(account, undefined)).toBe(true)
  expect(canAsk(account, { ...inSpace, role: null })).toBe(false)
  expect(canAsk(await aUser({ email_confirmed_at: null }), undefined)).toBe(false)
  expect(canAsk(null, undefined)).toBe(false)
  expect(isHeldFirst(account, { accepted: false }, undefined)).toBe(true)
  expect(isHeldFirst(account, { accepted: true }, undefined)).toBe(false)
  expect(isHeldFirst(member, { accepted: false }, undefined)).toBe(false)
})

test('who asked or keeps order marks the answer, of questions only', async () => {
  const [asker, other] = [await aMember(), await aMember()]
  const question = {
    author_id: asker.id,
    state: 'published',
    hidden_at: null,
    locked_at: null,
    form: 'question',
    steward: false,
  } as const
  expect(canMarkAnswer(asker, question, undefined)).toBe(true)
  expect(canMarkAnswer(other, question, undefined)).toBe(false)
  expect(canMarkAnswer(other, { ...question, steward: true }, undefined)).toBe(true)
  expect(canMarkAnswer(asker, { ...question, form: 'discussion' }, undefined)).toBe(false)
  expect(canMarkAnswer(asker, { ...question, locked_at: '2026' }, undefined)).toBe(false)
})

test('a thread in a private space is found and listed by its members alone', async () => {
  const [owner, outsider, admin] = [
    await aMember(),
    await aMember(),
    await aUser({ role: 'admin' }),
  ]
  const space = await aSpace({ visibility: 'private' }, [owner])
  const challenge = await aChallenge()
  const thread = await aThread({ space, challenge: challenge.id })
  expect(await findThread(db, owner, 'fr', thread.id)).toMatchObject({ title: 'A title' })
  for (const person of [null, outsider, admin]) {
    expect(await findThread(db, person, 'fr', thread.id)).toBeUndefined()
    const { rows } = await listThreads(db, person, 'fr', { challenge: challenge.id })
    expect(rows).toEqual([])
  }
})
