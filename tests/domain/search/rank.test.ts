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

test('another name is found behind a particle', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const labels = { label_ar: 'شفاطة', label_fr: 'Aspirateur', label_en: 'Hoover' }
  await addConcept(db, facilitator, labelsSchema.parse(labels))
  const { id } = await aPractice({ lang: 'ar', title: 'سوق لشفاطات الأوراق' })
  expect(await ids('aspirateurs')).toEqual([id])
})
