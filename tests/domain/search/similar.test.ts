import { beforeAll, expect, test } from 'vitest'
import { listChoosableChallenges } from '#app/domain/practices/challenge-choice.server.ts'
import { findAnswers } from '#app/domain/challenges/answers.server.ts'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { findSimilar } from '#app/domain/search/similar.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import {
  aChallenge,
  aMember,
  aPost,
  aPractice,
  aSpace,
  aThread,
  changeItem,
} from '#tests/support/factories.ts'

beforeAll(() => loadReference(db))

async function similar(viewer: Viewer, title: string) {
  return (await findSimilar(db, viewer, 'fr', title)).map(({ id }) => id)
}

test('a title is like others that say most of it, in other forms, a slip or another language', async () => {
  const thread = await aThread({ title: 'Éclairage des ruelles du quartier' })
  const practice = await aPractice({ lang: 'ar', title: 'الميزانية التشاركية بالجماعة' })
  expect(await similar(null, 'Comment éclairer les ruelles ?')).toEqual([thread.id])
  expect(await similar(null, 'éclairage des ruelels')).toEqual([thread.id])
  expect(await similar(null, 'Un budget participatif à la commune')).toEqual([practice.id])
})

test('what shares one word, or says it only in its text, is not like it', async () => {
  const body = 'Compostage collectif au pied des immeubles'
  const thread = await aThread({ title: 'Autre chose', body })
  await aPost(thread, { body })
  await aPractice({ title: 'Compostage', summary: body })
  expect(await similar(null, 'Compostage collectif au pied des immeubles')).toEqual([])
  expect(await similar(null, 'compostage')).toEqual([])
  expect(await similar(null, 'de la')).toEqual([])
})

test('what is closed to someone is neither shown nor in the way of what is open', async () => {
  const [insider, outsider] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [insider])
  const title = 'Pépinière municipale de grenadiers'
  const open = await aChallenge({ title })
  const before = await similar(outsider, title)
  for (let count = 0; count < 6; count++) await aThread({ author: insider, space, title })
  await aPractice({ author: insider, title, state: 'draft' })
  const gone = await aThread({ title })
  await changeItem(gone.id, { hidden_at: new Date().toISOString() })

  expect(before).toEqual([open.id])
  for (const viewer of [null, outsider]) expect(await similar(viewer, title)).toEqual(before)
  expect(await similar(insider, title)).toHaveLength(5)
})

test.each(['', '"', 'a OR b', 'NEAR(eau eau)', '\ud800 \u0000', '-eau -air', 'x'.repeat(5000)])(
  'whatever stands as a title, nothing throws: %j',
  async (title) => {
    expect(Array.isArray(await findSimilar(db, null, 'ar', title))).toBe(true)
  },
)

test('challenges and answers to choose from are found by other names too, the best first', async () => {
  const challenge = await aChallenge({ lang: 'ar', title: 'تدبير النفايات' })
  const best = await aPractice({ title: 'Trier les déchets' })
  const newer = await aPractice({ title: 'Un souk propre', body: 'Nous y trions des déchets.' })
  const chosen = await listChoosableChallenges(db, null, 'fr', { words: 'dechets' })
  expect(chosen.map(({ id }) => id)).toEqual([challenge.id])
  const answers = await findAnswers(db, null, 'fr', { challengeId: challenge.id, words: 'نفايات' })
  expect(answers.map(({ id }) => id)).toEqual([best.id, newer.id])
})
