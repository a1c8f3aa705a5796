import { expect, test } from 'vitest'
import { SAVED_MAX } from '#app/domain/search/saved.limits.ts'
import { findSaved, listSaved, normalQuery, removeSearch, saveSearch } from '#app/domain/search/saved.server.ts' // prettier-ignore
import { addTag, editTag } from '#app/domain/tags/write.server.ts'
import { tagSchema } from '#app/domain/tags/tags.schema.server.ts'
import { db } from '#db/client.server.ts'
import { aUser } from '#tests/support/factories.ts'

const normal = (query: string) => normalQuery(new URLSearchParams(query))

test('a search is kept in one order, without what means nothing', () => {
  expect(normal('page=3&sort=date&kind=tool&q=++eau%0A+potable&utm=x&space=abc')).toBe(
    'q=eau+potable&kind=tool&sort=date',
  )
  expect(normal('kind=planet&principle=x&stage=y&lang=de&year=30000&files=2&place=moon')).toBeNull()
  expect(normal('tag=../x&region=1&sort=relevance&year=2025')).toBe('year=2025')
  expect(normal('sort=date')).toBeNull()
  expect(normal('q=%22%3Cscript%3E&tag=وسم')).toBe(new URLSearchParams({ q: '"<script>', tag: 'وسم' }).toString()) // prettier-ignore
})

test('a search that is longer than can be kept is none', () => {
  expect(normal(`q=${'س'.repeat(200)}`)).toBeNull()
  expect(normal(`q=${'s'.repeat(200)}`)).not.toBeNull()
})

test('one keeps a search once, sees one’s own alone, and removes no other’s', async () => {
  const [one, other] = [await aUser(), await aUser()]
  const id = (await saveSearch(db, one, 'q=eau'))!
  expect(await saveSearch(db, one, 'q=eau')).toBe(id)
  expect(await saveSearch(db, other, 'q=eau')).not.toBe(id)
  expect(await findSaved(db, one, 'q=eau')).toBe(id)
  expect((await listSaved(db, one, 'fr')).map(({ query }) => query)).toEqual(['q=eau'])
  expect(await removeSearch(db, other, id)).toBeUndefined()
  expect(await removeSearch(db, one, id)).toBe('q=eau')
  expect(await listSaved(db, one, 'fr')).toEqual([])
  expect(await listSaved(db, other, 'fr')).toHaveLength(1)
})

test('one keeps fifty searches', async () => {
  const person = await aUser()
  for (let n = 0; n < SAVED_MAX; n++) await saveSearch(db, person, `q=${n}`)
  expect(await saveSearch(db, person, 'q=trop')).toBeUndefined()
  expect(await saveSearch(db, person, 'q=7')).toBeDefined()
})

test('what a search is narrowed to is named, a tag also after it was renamed', async () => {
  const person = await aUser({ role: 'facilitator' })
  const label = { label_ar: 'ماء', label_fr: 'Eau potable', label_en: 'Water' }
  await addTag(db, person, tagSchema.parse(label))
  await saveSearch(db, person, normal('tag=water&kind=practice')!)
  const tag = await db.selectFrom('tag').select(['id', 'slug']).executeTakeFirstOrThrow()
  await editTag(db, person, tag, tagSchema.parse({ ...label, slug: 'drinking-water' }))
  const [search] = await listSaved(db, person, 'fr')
  expect(search).toMatchObject({
    asked: { kind: 'practice', tag: 'water' },
    tag: { label: 'Eau potable', lang: 'fr' },
    region: null,
  })
})
