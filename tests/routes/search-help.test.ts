import { expect, test } from 'vitest'
import { FIELD_NAMES } from '#app/domain/search/field-names.ts'
import { FIELDS, type Field, readQuery } from '#app/domain/search/syntax.server.ts'
import { fold } from '#app/domain/search/text.server.ts'
import { aMember, aPractice, aSpace } from '#tests/support/factories.ts'
import { get } from '#tests/support/requests.ts'

const LANGS = ['ar', 'fr', 'en'] as const

async function help(lang: string) {
  const html = await (await get(null, `/${lang}/search/help`)).text()
  const queries = [...html.matchAll(/href="\/\w+\/search\?(q=[^"]+)"/g)].map(([, query]) =>
    new URLSearchParams(query).get('q')!,
  )
  return { html, queries, read: queries.map(readQuery) }
}

test('every name of a field that the search understands is on the page, and no other', async () => {
  for (const field of Object.keys(FIELDS) as Field[]) {
    const named = Object.values(FIELD_NAMES[field]).flat()
    expect(new Set(named.map(fold))).toEqual(new Set<string>(FIELDS[field]))
    for (const lang of LANGS) {
      const { html } = await help(lang)
      for (const name of named) expect(html).toContain(`>${name}:</code>`)
    }
  }
})

test('the examples show each sign and each field, in the language of the page', async () => {
  const author = await aMember({ handle: 'aicha' })
  await aPractice({ author })
  await aSpace({ visibility: 'private', name: 'Cercle fermé' }, [author])
  await aSpace({ visibility: 'public', name: 'Le "cercle" ouvert' }, [author])
  for (const lang of LANGS) {
    const { html, queries, read } = await help(lang)
    expect(html).not.toContain('Cercle fermé')
    expect(read.some(({ all }) => all.some(([part]) => part?.phrase))).toBe(true)
    expect(read.some(({ none }) => none.length > 0)).toBe(true)
    expect(read.some(({ all }) => all.some((choice) => choice.length > 1))).toBe(true)
    const narrowed = read.flatMap((query) => query.narrowed)
    expect(narrowed.map(({ field }) => field)).toEqual(Object.keys(FIELDS))
    expect(narrowed.find(({ field }) => field === 'by')?.value).toBe('aicha')
    expect(narrowed.find(({ field }) => field === 'space')?.value).toContain('ouvert')
    for (const { field } of narrowed) {
      expect(queries.some((q) => q.includes(`${FIELD_NAMES[field][lang][0]}:`))).toBe(true)
    }
    for (const q of queries) {
      expect((await get(null, `/${lang}/search?${new URLSearchParams({ q })}`)).status).toBe(200)
    }
  }
})

test('it says what is kept of a search, and so does the page on privacy', async () => {
  expect((await help('fr')).html).toContain('ses mots sont gardés 90 jours, sans votre nom')
  expect((await help('ar')).html).toContain('90 يوما')
  const privacy = await (await get(null, '/fr/privacy')).text()
  expect(privacy).toContain('supprimés au bout de 90 jours')
})
