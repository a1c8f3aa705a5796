import { beforeAll, expect, test } from 'vitest'
import { labelsSchema } from '#app/domain/labels/labels.schema.server.ts'
import { addConcept } from '#app/domain/search/concepts.server.ts'
import { searchItems } from '#app/domain/search/search.server.ts'
import { findSimilar } from '#app/domain/search/similar.server.ts'
import { db } from '#db/client.server.ts'
import concepts from '#db/reference/concepts.json'
import fields from '#db/reference/fields.json'
import lexicon from '#db/reference/lexicon.json'
import tags from '#db/reference/tags.json'
import { aCollectivity, aMember, aPractice, aSpace, aThread, aUser, changeItem } from '#tests/support/factories.ts' // prettier-ignore

// By their English names they are two things that `fields.json` has in one field, and two of another.
beforeAll(async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const named = [
    { label_ar: 'ظقشسا', label_fr: 'Gnafou', label_en: 'Thirst', others_fr: 'Plouvet' },
    { label_ar: 'ظقشسب', label_fr: 'Zlibet', label_en: 'Drought' },
    { label_ar: 'ظقشست', label_fr: 'Vroumac', label_en: 'Museum' },
    { label_ar: 'ظقشسث', label_fr: 'Brindou', label_en: 'Theatre' },
  ]
  for (const labels of named) await addConcept(db, facilitator, labelsSchema.parse(labels))
})

function search(q: string) {
  return searchItems(db, null, 'fr', { q })
}

async function ids(q: string) {
  return (await search(q)).found.map(({ id }) => id)
}

test('what speaks of something of the same field follows what says it', async () => {
  const close = await aPractice({ title: 'Un zlibet rude' })
  await aPractice({ title: 'Le vroumac' })
  const alone = await search('gnafou')
  expect(alone.found.map(({ id }) => id)).toEqual([close.id])
  expect(alone).toMatchObject({ onlyClose: true, whole: 0, total: 1 })
  const [{ marked, through }] = alone.found as [(typeof alone.found)[0]]
  expect(marked.title.filter(({ mark }) => mark)).toEqual([{ text: 'zlibet', mark: true }])
  expect(through).toEqual([])

  const said = await aPractice({ title: 'Trois', body: 'Le gnafou, sans zlibet' })
  const both = await search('gnafou')
  expect(both.found.map(({ id }) => id)).toEqual([said.id, close.id])
  expect(both).toMatchObject({ onlyClose: false, whole: 1, total: 2 })
  const marks = both.found[0]!.marked.excerpt.filter(({ mark }) => mark)
  expect(marks.map(({ text }) => text)).toEqual(['gnafou'])
  // A phrase asks for these words and no others.
  expect(await ids('"gnafou"')).toEqual([said.id])
})

test('what is only a second name of something lies close to the same', async () => {
  const close = await aPractice({ title: 'Un zlibet doux' })
  expect(await ids('plouvet')).toContain(close.id)
})

test('what many say behind closed doors is still said by few', async () => {
  const before = await search('gnafou')
  const insider = await aMember()
  const space = await aSpace({ visibility: 'private' }, [insider])
  for (let index = 0; index < 40; index++) {
    await aThread({ author: insider, space, title: `Gnafou et zlibet ${index}` })
  }
  expect(await search('gnafou')).toEqual(before)
  expect((await searchItems(db, insider, 'fr', { q: 'gnafou' })).whole).toBe(41)
})

test('titles of something close are not similar', async () => {
  await aPractice({ title: 'Quartz et zlibet' })
  expect(await findSimilar(db, null, 'fr', 'Gnafou et quartz')).toEqual([])
})

test('a page of what is close is enough', async () => {
  for (let index = 0; index < 25; index++) await aPractice({ title: `Zlibet ${index}` })
  const { total, whole } = await search('gnafou')
  expect(total - whole).toBe(20)
})

test('what many say needs nothing close to it', async () => {
  const close = await aPractice({ title: 'Un quipu', body: 'Le zlibet' })
  const newer = await aPractice({ title: 'Un quipu' })
  await changeItem(close.id, { published_at: '2020-01-01T00:00:00.000Z' })
  expect((await ids('quipu gnafou')).slice(0, 2)).toEqual([close.id, newer.id])
  for (let index = 0; index < 40; index++) await aPractice({ title: `Gnafou ${index}` })
  expect((await ids('quipu gnafou')).slice(0, 2)).toEqual([newer.id, close.id])
})

test('all that belongs to a field is known, and named there once', () => {
  const slugs = new Set([...concepts, ...lexicon, ...tags].map(({ slug }) => slug))
  const members = Object.values(fields)
  expect(members.flat().filter((slug) => !slugs.has(slug))).toEqual([])
  expect(members.filter((one) => new Set(one).size < one.length)).toEqual([])
})

test('a place that is called like something close is no result', async () => {
  const { code } = await aCollectivity({
    code: '95.001.01.01',
    name_fr: 'Brindou',
    slug: 'brindou',
  })
  const there = await aPractice({ title: 'Le guichet', collectivity: code })
  const about = await aPractice({ title: 'Le brindou' })
  expect(await ids('Brindou')).toContain(there.id)
  expect(await ids('Vroumac')).toContain(about.id)
  expect(await ids('Vroumac')).not.toContain(there.id)
})
