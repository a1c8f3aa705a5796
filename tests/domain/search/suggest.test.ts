import { beforeAll, expect, test } from 'vitest'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { suggest } from '#app/domain/search/suggest.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { aChallenge, aMember, aPractice, aSpace, aThread } from '#tests/support/factories.ts'

beforeAll(() => loadReference(db))

async function paths(viewer: Viewer, q: string) {
  return (await suggest(db, viewer, 'fr', q)).map(({ path }) => path)
}

test('titles, tags and places are suggested by the beginning of what one types', async () => {
  const { id } = await aPractice({ title: 'Caravane zoulique des services' })
  const challenge = await aChallenge({ lang: 'ar', title: 'قافلة زوليقية للخدمات' })
  expect(await suggest(db, null, 'fr', 'caravane zouli')).toEqual([
    {
      kind: 'practice',
      text: 'Caravane zoulique des services',
      lang: 'fr',
      path: expect.stringMatching(`^/practices/${id}`),
    },
  ])
  expect(await suggest(db, null, 'fr', 'زوليق')).toMatchObject([
    { kind: 'challenge', lang: 'ar', path: expect.stringContaining(challenge.id) },
  ])
  const tags = await suggest(db, null, 'fr', 'budget partici')
  expect(tags).toContainEqual(expect.objectContaining({ kind: 'tag', lang: 'fr' }))
  const places = await suggest(db, null, 'ar', 'طنجة')
  expect(places.some(({ kind, path }) => kind !== 'tag' && /^\/collectivities/.test(path))).toBe(
    true,
  )
})

test('one letter suggests nothing, and no more comes than one can look over', async () => {
  for (let index = 0; index < 7; index++) await aThread({ title: `Eauxvives numéro ${index}` })
  expect(await paths(null, 'e')).toEqual([])
  expect(await paths(null, 'eauxvives')).toHaveLength(5)
})

test('what is in a private space is suggested inside it alone, and displaces nothing', async () => {
  const [insider, outsider] = [await aMember(), await aMember()]
  const open = await aThread({ title: 'Mandarinier de la place' })
  const space = await aSpace({ visibility: 'private' }, [insider])
  // More than are suggested, all newer than what is open.
  for (let index = 0; index < 7; index++) {
    await aThread({ author: insider, space, title: `Mandarinier caché ${index}` })
  }
  expect(await paths(insider, 'mandarin')).toHaveLength(5)
  expect(await paths(insider, 'mandarinier cach')).toHaveLength(5)
  for (const viewer of [null, outsider]) {
    expect(await paths(viewer, 'mandarin')).toEqual([expect.stringContaining(open.id)])
    expect(await paths(viewer, 'mandarinier cach')).toEqual([])
  }
})

test('a draft is suggested to nobody, its author neither', async () => {
  const author = await aMember()
  await aPractice({ author, state: 'draft', title: 'Brouillonesque' })
  expect(await paths(author, 'brouillonesq')).toEqual([])
})

test.each([
  '"',
  '*',
  '""*',
  'title:eau',
  'eau" OR "',
  'NEAR(a b)',
  '-eau',
  '(((',
  '%_%',
  "'; drop table item; --",
  '\u0000eau',
  '\ud800',
  'ـــ',
])('whatever is typed, nothing throws: %j', async (q) => {
  for (const typed of [q, q.repeat(3000)]) {
    expect(Array.isArray(await suggest(db, null, 'fr', typed))).toBe(true)
  }
})
