import { expect, test } from 'vitest'
import {
  countLinked,
  findAnswer,
  findAnswers,
  linkAnswer,
} from '#app/domain/challenges/answers.server.ts'
import { canConclude, canUnlink } from '#app/domain/challenges/challenges.policy.ts'
import { findChallenge, listChallenges } from '#app/domain/challenges/challenges.server.ts'
import { tagNames } from '#app/domain/challenges/challenges.schema.server.ts'
import { listPractices } from '#app/domain/practices/list.server.ts'
import { listThreads } from '#app/domain/threads/threads.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import {
  aChallenge,
  aMember,
  aPractice,
  aSpace,
  aThread,
  aUser,
  changeItem,
} from '#tests/support/factories.ts'

test('tags are read from a line in Arabic or Latin letters', () => {
  expect(tagNames('الماء، النقل؛  budget , ,parking;x')).toEqual([
    'الماء',
    'النقل',
    'budget',
    'parking',
    'x',
  ])
})

test('its author or a steward concludes a challenge, nobody else', async () => {
  const [author, other] = [await aMember(), await aMember()]
  const challenge = {
    author_id: author.id,
    state: 'published',
    hidden_at: null,
    steward: false,
  } as const
  expect(canConclude(author, challenge, undefined)).toBe(true)
  expect(canConclude(other, challenge, undefined)).toBe(false)
  expect(canConclude(other, { ...challenge, steward: true }, undefined)).toBe(true)
  expect(canConclude(author, { ...challenge, hidden_at: '2026' }, undefined)).toBe(false)
  expect(canUnlink(other, challenge, { linked_by: other.id }, undefined)).toBe(true)
  expect(canUnlink(author, challenge, { linked_by: other.id }, undefined)).toBe(false)
})

test('an answer from a private space is seen on an open challenge by its members alone', async () => {
  const [owner, outsider] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [owner])
  const practice = await aPractice({ space, title: 'Atelier secret' })
  const challenge = await aChallenge()
  const search = { challengeId: challenge.id, words: 'atelier' }
  expect(await findAnswers(db, owner, 'fr', search)).toHaveLength(1)
  expect(await findAnswers(db, outsider, 'fr', search)).toEqual([])
  expect(await findAnswer(db, outsider, 'fr', practice.id)).toBeUndefined()

  await linkAnswer(db, owner, challenge.id, practice.id)
  const answers = (person: Viewer) => listPractices(db, person, 'fr', { challenge: challenge.id })
  const counted = async (person: Viewer) => (await countLinked(db, person, challenge.id)).answers
  expect((await answers(owner)).rows).toHaveLength(1)
  expect(await counted(owner)).toEqual({ count: 1, more: false })
  expect(await findAnswers(db, owner, 'fr', search)).toEqual([])
  for (const person of [null, outsider]) {
    expect((await answers(person)).rows).toEqual([])
    expect(await counted(person)).toEqual({ count: 0, more: false })
  }
})

test('the lists of a challenge follow what becomes of what is linked to it', async () => {
  const challenge = await aChallenge()
  const day = (n: number) => `2026-03-0${n}T00:00:00.000Z`
  const practices: string[] = []
  for (const n of [1, 2, 3]) {
    const practice = await aPractice({ challenges: [challenge.id] })
    await changeItem(practice.id, { published_at: day(n) })
    practices.push(practice.id)
  }
  const [first, second, third] = practices as [string, string, string]
  const answers = async (before?: string) =>
    (
      await listPractices(db, null, 'fr', {
        challenge: challenge.id,
        before: before
          ? { at: day(Number(before)), id: practices[Number(before) - 1]! }
          : undefined,
      })
    ).rows.map(({ id }) => id)
  expect(await answers()).toEqual([third, second, first])
  expect(await answers('3')).toEqual([second, first])
  await changeItem(second, { hidden_at: day(4) })
  await changeItem(third, { state: 'draft' })
  expect(await answers()).toEqual([first])
  await changeItem(second, { hidden_at: null })
  await changeItem(third, { state: 'published', published_at: day(1) })
  expect((await answers())[0]).toBe(second)

  const [one, other] = [
    await aThread({ challenge: challenge.id }),
    await aThread({ challenge: challenge.id }),
  ]
  const threads = async () =>
    (await listThreads(db, null, 'fr', { challenge: challenge.id })).rows.map(({ id }) => id)
  const speak = (id: string, last_post_at: string) =>
    db.updateTable('thread').set({ last_post_at }).where('item_id', '=', id).execute()
  await speak(one.id, day(5))
  await speak(other.id, day(6))
  expect(await threads()).toEqual([other.id, one.id])
  await speak(one.id, day(7))
  expect(await threads()).toEqual([one.id, other.id])
  await changeItem(one.id, { hidden_at: day(8) })
  expect(await threads()).toEqual([other.id])
  const { threads: count } = await countLinked(db, null, challenge.id)
  expect(count).toEqual({ count: 1, more: false })
})

test('a challenge that is closed or hidden is found by those who may read it alone', async () => {
  const [owner, outsider] = [await aMember(), await aMember()]
  const facilitator = await aUser({ role: 'facilitator' })
  const space = await aSpace({ visibility: 'private' }, [owner])
  const closed = await aChallenge({ space })
  const hidden = await aChallenge({ author: owner })
  const hidden_at = '2026-03-01T00:00:00.000Z'
  await changeItem(hidden.id, { hidden_at })
  const found = async (person: Viewer, { id }: { id: string }) =>
    (await findChallenge(db, person, 'fr', id)) !== undefined
  expect(await found(owner, closed)).toBe(true)
  expect(await found(facilitator, closed)).toBe(false)
  expect(await found(facilitator, hidden)).toBe(true)
  for (const person of [null, outsider]) {
    expect(await found(person, closed)).toBe(false)
    expect(await found(person, hidden)).toBe(false)
  }
  const { rows } = await listChallenges(db, facilitator, 'fr')
  expect(rows.map(({ id }) => id)).not.toContain(hidden.id)
})
