import { expect, test } from 'vitest'
import { labelsSchema } from '#app/domain/labels/labels.schema.server.ts'
import { addConcept } from '#app/domain/search/concepts.server.ts'
import { searchItems } from '#app/domain/search/search.server.ts'
import { addTag } from '#app/domain/tags/write.server.ts'
import { tagSchema } from '#app/domain/tags/tags.schema.server.ts'
import { db } from '#db/client.server.ts'
import { aPractice, aUser, changeItem, fileUnder } from '#tests/support/factories.ts'

async function ids(q: string) {
  return (await searchItems(db, null, 'fr', { q })).found.map(({ id }) => id)
}

test('where few have half of the words, those with fewer follow', async () => {
  const two = await aPractice({ title: 'Zibeline et quartz' })
  const one = await aPractice({ title: 'Wolfram' })
  expect(await ids('zibeline quartz wolfram')).toEqual([two.id, one.id])
})

test('where many have half of the words, those with fewer are left out', async () => {
  const total = async () =>
    (await searchItems(db, null, 'fr', { q: 'feldspath obsidienne malachite' })).total
  const half = () => aPractice({ title: 'Feldspath et obsidienne' })
  await aPractice({ title: 'Malachite' })
  for (let index = 0; index < 39; index++) await half()
  expect(await total()).toBe(40)
  await half()
  expect(await total()).toBe(40)
})

test('among equals those filed where the best are filed come first', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const labels = { label_ar: 'ظقتز', label_fr: 'Ostréiculture', label_en: 'Oyster farms' }
  await addTag(db, facilitator, tagSchema.parse(labels))
  const tag = await db
    .selectFrom('tag')
    .where('slug', '=', 'oyster-farms')
    .select(['id', 'slug'])
    .executeTakeFirstOrThrow()
  const best = await aPractice({ title: 'Gabions', body: 'Gabions' })
  const filed = await aPractice({ title: 'Un', body: 'Des gabions' })
  const other = await aPractice({ title: 'Deux', body: 'Des gabions' })
  await changeItem(filed.id, { published_at: '2020-01-01T00:00:00.000Z' })
  expect(await ids('gabions')).toEqual([best.id, other.id, filed.id])
  await fileUnder(tag, [best, filed])
  expect(await ids('gabions')).toEqual([best.id, filed.id, other.id])
})

test('what is filed under one topic alone is more about it than what is filed under several', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const named = ['Quincaillerie', 'Vannerie', 'Poterie'].map((label_fr, index) =>
    tagSchema.parse({ label_ar: `ظقت${'زسش'[index]}`, label_fr, label_en: `Craft ${label_fr}` }),
  )
  for (const labels of named) await addTag(db, facilitator, labels)
  const tags = await db
    .selectFrom('tag')
    .where('slug', 'like', 'craft-%')
    .orderBy('slug', 'desc')
    .select(['id', 'slug'])
    .execute()
  const alone = await aPractice({ title: 'Trois' })
  const many = await aPractice({ title: 'Quatre' })
  await changeItem(alone.id, { published_at: '2020-01-01T00:00:00.000Z' })
  await fileUnder(tags.slice(0, 1), [alone])
  await fileUnder(tags, [many])
  expect(await ids('vannerie')).toEqual([alone.id, many.id])
})

test('a slip is corrected even where it leaves the stem of another word, a plural is not', async () => {
  const petition = await aPractice({ title: 'Déposer une pétition' })
  const small = await aPractice({ title: 'Un petit écran' })
  const { corrections, found } = await searchItems(db, null, 'fr', { q: 'petittion' })
  expect(corrections).toEqual([{ typed: 'petittion', used: ['pétition'] }])
  expect(found.map(({ id }) => id)).toEqual([petition.id])
  expect(await ids('petits')).toEqual([small.id])
  await aPractice({ title: 'تقرير الميزانية', lang: 'ar' })
  const arabic = await searchItems(db, null, 'ar', { q: 'الميزنية' })
  expect(arabic.corrections).toEqual([{ typed: 'الميزنية', used: ['الميزانية'] }])

  const { id } = await aPractice({ title: 'Nos installations' })
  const singular = await searchItems(db, null, 'fr', { q: 'installation' })
  expect(singular.found.map((one) => one.id)).toEqual([id])
  expect(singular.corrections).toEqual([])
  expect(singular.byBeginning).toBe(false)
})

test('a word is sought as it sounds where no slip explains it', async () => {
  const { id } = await aPractice({ title: 'Le blocage des zincs' })
  const { corrections, found } = await searchItems(db, null, 'fr', { q: 'zinksse bloquaje' })
  expect(corrections).toContainEqual({ typed: 'bloquaje', used: ['blocage'] })
  expect(found.map((one) => one.id)).toEqual([id])
})

test('two words that are typed as one are sought apart', async () => {
  const { id } = await aPractice({ lang: 'ar', title: 'ترصيص البراميل' })
  const { corrections, found } = await searchItems(db, null, 'ar', { q: 'ترصيصالبراميل' })
  expect(corrections).toEqual([{ typed: 'ترصيصالبراميل', used: ['ترصيص البراميل'] }])
  expect(found.map((one) => one.id)).toEqual([id])
})

test('another name is found behind a particle', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const labels = { label_ar: 'شفاطة', label_fr: 'Aspirateur', label_en: 'Hoover' }
  await addConcept(db, facilitator, labelsSchema.parse(labels))
  const { id } = await aPractice({ lang: 'ar', title: 'سوق لشفاطات الأوراق' })
  expect(await ids('aspirateurs')).toEqual([id])
})

test('another name is found by a verb of its root', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const labels = { label_ar: 'تزليج', label_fr: 'Carrelage', label_en: 'Tiling' }
  await addConcept(db, facilitator, labelsSchema.parse(labels))
  const { id } = await aPractice({ title: 'Du carrelage neuf' })
  expect(await ids('كيف نزلج')).toEqual([id])
})

test('what is called so first comes before what is also called so', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const first = { label_ar: 'ظقشس', label_fr: 'Gnomon', label_en: 'Sundial' }
  const also = { label_ar: 'ظقشت', label_fr: 'Horloge', label_en: 'Clockwork', others_fr: 'Gnomon' }
  await addConcept(db, facilitator, labelsSchema.parse(first))
  await addConcept(db, facilitator, labelsSchema.parse(also))
  const sundial = await aPractice({ lang: 'en', title: 'A sundial' })
  const clock = await aPractice({ lang: 'en', title: 'A clockwork' })
  await changeItem(sundial.id, { published_at: '2020-01-01T00:00:00.000Z' })
  expect(await ids('gnomon')).toEqual([sundial.id, clock.id])
})

test('a word is no rarer for the little that is written in its language', async () => {
  for (let index = 0; index < 30; index++) await aPractice({ title: `Vestibules ${index}` })
  for (let index = 0; index < 6; index++) await aPractice({ lang: 'en', title: `Plinths ${index}` })
  for (let index = 0; index < 6; index++) await aPractice({ title: `Pergolas ${index}` })
  const french = await aPractice({ title: 'Des pergolas' })
  const english = await aPractice({ lang: 'en', title: 'The plinths' })
  await changeItem(french.id, { published_at: '2020-01-01T00:00:00.000Z' })
  const found = await ids('plinths pergolas')
  expect(found.indexOf(french.id)).toBeLessThan(found.indexOf(english.id))
})

test('a name of the vocabulary tells more than what is done to anything, or for whom', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  for (const [index, label_fr] of ['Astrolabe', 'Lutte', 'Habitants'].entries()) {
    const labels = { label_ar: `ظقشث${'زسش'[index]}`, label_fr, label_en: `Thing ${label_fr}` }
    await addConcept(db, facilitator, labelsSchema.parse(labels))
  }
  const named = await aPractice({ title: 'Un astrolabe' })
  const done = await aPractice({ title: 'La lutte' })
  const whom = await aPractice({ title: 'Les habitants' })
  await changeItem(named.id, { published_at: '2020-01-01T00:00:00.000Z' })
  expect(await ids('lutte astrolabe')).toEqual([named.id, done.id])
  expect(await ids('habitants astrolabe')).toEqual([named.id, whom.id])
})

test('a number tells less than a word', async () => {
  const said = await aPractice({ title: 'Une clepsydre' })
  const counted = await aPractice({ title: 'Les 8731' })
  await changeItem(said.id, { published_at: '2020-01-01T00:00:00.000Z' })
  expect(await ids('8731 clepsydre')).toEqual([said.id, counted.id])
})
