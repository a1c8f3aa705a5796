import { beforeAll, expect, test } from 'vitest'
import { listNeighbours, listPossibleAnswers } from '#app/domain/practices/neighbours.server.ts'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { findTag } from '#app/domain/tags/tags.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import {
  aChallenge,
  aCollectivity,
  aMember,
  aPractice,
  aSpace,
  changeItem,
  fileUnder,
} from '#tests/support/factories.ts'

// Places that share no region; the third is a commune about as large as the first.
const PLACES = { own: '90.001.01.01', other: '91.001.', alike: '92.001.01.01' }

beforeAll(async () => {
  await loadReference(db)
  await aCollectivity({ code: PLACES.own, population: 40_000, slug: 'own' })
  await aCollectivity({ code: PLACES.other, kind: 'province', slug: 'other' })
  await aCollectivity({ code: PLACES.alike, population: 50_000, slug: 'alike' })
})

type Of = { id: string; title: string }

async function near(viewer: Viewer, of: Of, lang: Lang = 'fr') {
  const found = await listNeighbours(db, viewer, lang, of)
  return found.map(({ id, reason }) => [id, reason.kind, reason.subject?.text ?? reason.principle])
}

test('neighbours come likest first, each with what tells most, in the language of the reader', async () => {
  const challenge = await aChallenge()
  const [own, elsewhere] = [{ collectivity: PLACES.own }, { collectivity: PLACES.other }]
  const of = await aPractice({
    title: 'Trier les déchets au souk',
    challenges: [challenge.id],
    principles: ['transparence'],
    ...own,
  })
  const none = await aPractice({ title: 'Rien de commun', ...elsewhere })
  const principle = await aPractice({ title: 'X', principles: ['transparence'], ...elsewhere })
  const size = await aPractice({ title: 'Y', collectivity: PLACES.alike })
  const subject = await aPractice({ lang: 'ar', title: 'تدبير النفايات المنزلية', ...elsewhere })
  const linked = await aPractice({ title: 'Z', challenges: [challenge.id], ...elsewhere })
  expect(await near(null, of)).toEqual([
    [linked.id, 'challenge', undefined],
    [subject.id, 'subject', expect.stringMatching(/déchet/i)],
    [size.id, 'size', undefined],
    [principle.id, 'principle', 'transparence'],
  ])
  expect((await near(null, of, 'ar'))[1]).toEqual([
    subject.id,
    'subject',
    expect.stringMatching(/نفاي/),
  ])
  expect((await near(null, of)).flat()).not.toContain(none.id)
  await db.deleteFrom('item').execute()
})

test('a shared tag tells by its name, and the rarer the more', async () => {
  const [often, seldom] = [
    (await findTag(db, 'participatory-budget', 'fr'))!,
    (await findTag(db, 'open-data', 'fr'))!,
  ]
  const of = await aPractice({ title: 'U', collectivity: PLACES.own })
  const others = []
  for (const title of ['V', 'W', 'X']) {
    others.push(await aPractice({ title, collectivity: PLACES.other }))
  }
  await fileUnder(often, [of, ...others.slice(1)])
  expect((await near(null, of)).map(([, kind]) => kind)).toEqual(['subject', 'subject'])
  await fileUnder(seldom, [of, others[0]!])
  expect(await near(null, of)).toEqual([[others[0]!.id, 'subject', seldom.label]])
  await db.deleteFrom('item').execute()
})

test('what may answer a challenge is about the same, and not linked to it yet', async () => {
  const challenge = await aChallenge({ title: 'Des déchets partout au souk' })
  await aPractice({ title: 'Un souk sans déchets', challenges: [challenge.id] })
  await aPractice({ title: 'Autre chose' })
  const answer = await aPractice({ lang: 'ar', title: 'فرز النفايات في السوق' })
  const found = await listPossibleAnswers(db, null, 'fr', challenge)
  expect(found).toMatchObject([{ id: answer.id, reason: { kind: 'subject' } }])
  await db.deleteFrom('item').execute()
})

test('what a reader may not see is no neighbour and no reason', async () => {
  const author = await aMember()
  const space = await aSpace({ visibility: 'private' }, [author])
  const challenge = await aChallenge({ author, space })
  const links = { author, challenges: [challenge.id] }
  const of = await aPractice({ title: 'U', collectivity: PLACES.own, ...links })
  const open = await aPractice({ title: 'V', collectivity: PLACES.other, ...links })
  const closed = await aPractice({ title: 'U', collectivity: PLACES.own, space, ...links })
  const hidden = await aPractice({ title: 'U', collectivity: PLACES.own })
  await changeItem(hidden.id, { hidden_at: new Date().toISOString() })
  expect(await near(author, of)).toEqual([
    [closed.id, 'challenge', undefined],
    [open.id, 'challenge', undefined],
  ])
  for (const who of [null, await aMember()]) {
    expect(await near(who, of)).toEqual([])
    expect(await near(who, closed)).toEqual([])
    expect(await listPossibleAnswers(db, who, 'fr', challenge)).toEqual([])
  }
})
