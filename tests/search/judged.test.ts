import { expect, test } from 'vitest'
import samples from '#db/sample/practices.json'
import tags from '#db/reference/tags.json'
import territories from '#db/reference/territories.json'
import { fresh, items, KINDS, languages, more, queries, unseen } from './judged.ts'
import { measure } from './measures.ts'

const { regions, provinces, communes, arrondissements } = territories
const codes = new Set([...regions, ...provinces, ...communes, ...arrondissements].map((one) => one.code)) // prettier-ignore
const all = [...queries, ...more, ...unseen, ...fresh]
const slugs = new Set(tags.map(({ slug }) => slug))

test('the judged items are many, each once, of known tags and places', () => {
  expect(items.length).toBeGreaterThanOrEqual(340)
  expect(languages.size).toBe(items.length + samples.length)
  expect(items.filter(({ place }) => !codes.has(place))).toEqual([])
  expect(items.filter((item) => item.tags.some((slug) => !slugs.has(slug)))).toEqual([])
  const long = items.filter(({ texts }) =>
    Object.values(texts).some(({ body = '' }) => body.split(/\s+/).length >= 60),
  )
  expect(long.length).toBeGreaterThanOrEqual(items.length / 2)
})

test('the judged queries are many, each once, in every language and of every kind', () => {
  expect(new Set(all.map(({ q }) => q)).size).toBe(all.length)
  expect(queries.length).toBeGreaterThanOrEqual(180)
  expect(of('lang', 'ar')).toBeGreaterThanOrEqual(queries.length / 3)
  expect(of('lang', 'fr')).toBeGreaterThanOrEqual(queries.length / 3)
  expect(of('lang', 'en')).toBeGreaterThanOrEqual(25)
  expect(of('kind', 'typo')).toBeGreaterThanOrEqual(30)
  expect(of('kind', 'cross')).toBeGreaterThanOrEqual(35)
  expect(of('kind', 'place')).toBeGreaterThanOrEqual(15)
  expect(of('kind', 'mixed')).toBeGreaterThanOrEqual(10)
  expect(all.filter(({ kind }) => !KINDS.includes(kind))).toEqual([])
})

test('every query has one to ten relevant items that exist, each with a grade', () => {
  const wrong = all.filter(({ relevant }) => {
    const graded = Object.entries(relevant)
    return (
      graded.length < 1 ||
      graded.length > 10 ||
      graded.some(([key, grade]) => !languages.has(key) || ![1, 2, 3].includes(grade))
    )
  })
  expect(wrong).toEqual([])
})

test('what a query across languages asks for is not written in its own', () => {
  const across = all.filter(({ kind }) => kind === 'cross')
  const own = across.filter(({ lang, relevant }) =>
    Object.keys(relevant).some((key) => languages.get(key)!.has(lang)),
  )
  expect(own).toEqual([])
})

test('a list is worth what it has of the relevant, and how early', () => {
  const relevant = { a: 3, b: 1 }
  expect(measure(['a', 'b', 'x'], relevant)).toEqual({ recall: 1, ndcg: 1, first: 1 })
  expect(measure([], relevant)).toEqual({ recall: 0, ndcg: 0, first: 0 })
  const late = measure(['b', 'a'], relevant)
  expect(late).toMatchObject({ recall: 1, first: 0 })
  expect(late.ndcg).toBeCloseTo((1 + 7 / Math.log2(3)) / (7 + 1 / Math.log2(3)))
  expect(measure(['b'], { b: 1 }).first).toBe(1)
  expect(measure([...'0123456789', 'a'], relevant).recall).toBe(0)
})

function of(name: 'lang' | 'kind', value: string) {
  return queries.filter((query) => query[name] === value).length
}
