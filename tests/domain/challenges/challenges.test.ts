import { expect, test } from 'vitest'
import {
  findAnswer,
  findAnswers,
  linkAnswer,
  listAnswers,
} from '#app/domain/challenges/answers.server.ts'
import { canConclude, canUnlink } from '#app/domain/challenges/challenges.policy.ts'
import { findChallenge, listChallenges } from '#app/domain/challenges/challenges.server.ts'
import { tagNames } from '#app/domain/challenges/challenges.schema.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import {
  aChallenge,
  aMember,
  aPractice,
  aSpace,
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
  expect(await listAnswers(db, owner, 'fr', challenge.id)).toHaveLength(1)
  expect(await findAnswers(db, owner, 'fr', search)).toEqual([])
  for (const person of [null, outsider]) {
    expect(await listAnswers(db, person, 'fr', challenge.id)).toEqual([])
  }
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
