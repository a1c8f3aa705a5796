import { beforeAll, expect, test } from 'vitest'
import { listProvincesForMap, listRegionsForMap } from '#app/domain/collectivities/map.server.ts'
import { listOpenQuestions } from '#app/domain/home/questions.server.ts'
import { listOfStage } from '#app/domain/home/stage.server.ts'
import { listNeighbours } from '#app/domain/practices/neighbours.server.ts'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { findTag } from '#app/domain/tags/tags.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import {
  aChallenge,
  aCollectivity,
  aMember,
  aPractice,
  aSpace,
  aThread,
  changeItem,
  fileUnder,
} from '#tests/support/factories.ts'

// Lists that look at the last so many of something: what is written where the reader may not look
// must not push out what they would be shown.
const OWN = '90.001.01.01'
const ALIKE = '92.001.01.01'
const OLD = { published_at: '2020-01-01T00:00:00.000Z' }

let member: SignedIn
let peer: SignedIn
let space: { id: string }

beforeAll(async () => {
  await loadReference(db)
  for (const [code, slug] of [[OWN, 'own'], [ALIKE, 'alike']] as const) await aCollectivity({ code, slug }) // prettier-ignore
  await db
    .insertInto('cycle_stage')
    .values({ collectivity_code: OWN, stage: 'cocreation1' })
    .execute()
  ;[member, peer] = [await aMember({ seat: OWN }), await aMember({ seat: ALIKE })]
  space = await aSpace({ visibility: 'private' }, [await aMember()])
})

async function inPrivate(count: number, make: () => Promise<{ id: string }>) {
  const made: { id: string }[] = []
  while (made.length < count) made.push(await make())
  return made
}

test('of what answers the same challenge', async () => {
  const challenge = await aChallenge()
  const answering = { challenges: [challenge.id], collectivity: OWN }
  const of = await aPractice({ title: 'Un', ...answering })
  const other = await aPractice({ title: 'Deux', ...answering, collectivity: ALIKE })
  await changeItem(other.id, OLD)
  await inPrivate(200, () => aPractice({ ...answering, space }))
  const found = await listNeighbours(db, null, 'fr', { id: of.id, title: 'Un' })
  expect(found.map(({ id, reason }) => [id, reason.kind])).toEqual([[other.id, 'challenge']])
})

test('of questions that wait', async () => {
  const question = await aThread({ author: peer })
  await changeItem(question.id, { seat_id: peer.seats[0]!.id })
  const early = { last_post_at: OLD.published_at }
  await db.updateTable('thread').set(early).where('item_id', '=', question.id).execute()
  await inPrivate(200, () => aThread({ space }))
  const found = await listOpenQuestions(db, member, 'fr')
  expect(found.map(({ id }) => id)).toEqual([question.id])
})

test('of what is filed under the step of a programme', async () => {
  const tag = (await findTag(db, 'co-creation', 'fr'))!
  const practice = await aPractice({ collectivity: ALIKE })
  await changeItem(practice.id, OLD)
  const hidden = await inPrivate(50, () => aPractice({ collectivity: ALIKE, space }))
  await fileUnder(tag, [practice, ...hidden])
  const { items } = (await listOfStage(db, member, 'fr'))!
  expect(items.map(({ id }) => id)).toEqual([practice.id])
})

test('a practice of a seat counts alike on the map of regions and on that of provinces', async () => {
  const [region, province, town] = ['91.', '91.001.', '91.001.01.01']
  await aCollectivity({ code: region, kind: 'region', slug: 'region' })
  await aCollectivity({ code: province, kind: 'province', slug: 'province', region_code: region })
  const lies = { region_code: region, province_code: province }
  await aCollectivity({ code: town, slug: 'town', ...lies })
  const author = await aMember({ seat: town })
  const { id } = await aPractice({ author })
  await db
    .updateTable('practice')
    .set({ collectivity_code: null, place: 'Ailleurs' })
    .where('item_id', '=', id)
    .execute()
  await changeItem(id, { seat_id: author.seats[0]!.id })
  const counted = (areas: { code: string; library: number }[], code: string) =>
    areas.find((area) => area.code === code)?.library
  expect(counted(await listRegionsForMap(db, null), region)).toBe(1)
  expect(counted(await listProvincesForMap(db, null, region), province)).toBe(1)
})
