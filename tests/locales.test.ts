import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SECTIONS } from '#app/i18n/parts.ts'
import ar from '#locales/ar.json'
import en from '#locales/en.json'
import fr from '#locales/fr.json'
import zgh from '#locales/zgh.json'
import { filesUnder } from './support/sources.ts'

type Words = { [key: string]: string | Words }

const PLURAL = /_(zero|one|two|few|many|other)$/
const FORMS = {
  ar: ['few', 'many', 'one', 'other', 'two', 'zero'],
  fr: ['many', 'one', 'other'],
  en: ['one', 'other'],
}

const words = { ar: flat(ar), fr: flat(fr), en: flat(en), zgh: flat(zgh) }
const keys = Object.fromEntries(
  Object.entries(words).map(([lang, all]) => [lang, baseKeys(all)]),
) as Record<keyof typeof words, string[]>

// i18next tells plurals from plain keys by the suffix alone: one that has _other is a plural.
const plurals = new Set(
  Object.keys(words.fr)
    .filter((key) => key.endsWith('_other'))
    .map((key) => key.slice(0, -6)),
)

test('Arabic, French and English have the same keys', () => {
  expect(difference(keys.fr, keys.ar)).toEqual({ missing: [], extra: [] })
  expect(difference(keys.fr, keys.en)).toEqual({ missing: [], extra: [] })
})

test('no text has a key that stands beside it once more, where the last of the two would win', () => {
  for (const [lang, all] of Object.entries({ ar, fr, en, zgh })) {
    const written = readFileSync(`locales/${lang}.json`, 'utf8').match(/^ *"[^"]+": /gm) ?? []
    expect(written.length, lang).toBe(countKeys(all))
  }
})

test('each section that browsers load apart is there, in one part', () => {
  const named = Object.values(SECTIONS).flat()
  expect(named.filter((section) => !(section in ar))).toEqual([])
  expect(new Set(named).size).toBe(named.length)
})

test('no text is empty, and none is left in another script', () => {
  const empty = Object.entries(words).flatMap(([lang, all]) =>
    Object.entries(all)
      .filter(([, text]) => text.trim() === '')
      .map(([key]) => `${lang}: ${key}`),
  )
  const unarabic = Object.entries(words.ar)
    .filter(([, text]) => /[a-z]{4}/i.test(text.replace(/\{\{\w+\}\}|https?:\S+|\S+@\S+/g, '')))
    .filter(([key, text]) => text === words.fr[key] || text === words.en[key])
    .filter(([, text]) => !NAMES.includes(text))
  expect(empty).toEqual([])
  expect(unarabic.map(([key]) => key)).toEqual([])
})

test('French marks of two parts never begin a line, nor are left alone at its end', () => {
  const loose = Object.entries(words.fr).filter(([, text]) => /« | [;:!?»](?:\s|$)/.test(text))
  expect(loose).toEqual([])
})

// What is called the same in every language.
const NAMES = ['Multaqa', 'CC BY 4.0', 'Markdown']

test('every plural has all the forms of its language', () => {
  const wrong = (Object.keys(FORMS) as (keyof typeof FORMS)[]).flatMap((lang) =>
    [...plurals]
      .filter((key) => formsOf(words[lang], key).join() !== FORMS[lang].join())
      .map((key) => `${lang}: ${key} has ${formsOf(words[lang], key).join(', ')}`),
  )
  expect(plurals.size).toBeGreaterThan(3)
  expect(wrong).toEqual([])
})

test('a text takes the same values in every language', () => {
  const wrong = keys.fr.flatMap((key) =>
    (['ar', 'en', 'zgh'] as const)
      .filter((lang) => keys[lang].includes(key))
      .filter((lang) => valuesOf(words[lang], key) !== valuesOf(words.fr, key))
      .map((lang) => `${lang}: ${key} takes ${valuesOf(words[lang], key)}`),
  )
  expect(wrong).toEqual([])
})

test('Amazigh has no key of its own; French fills in for what it lacks', ({ annotate }) => {
  expect(keys.zgh.filter((key) => !keys.fr.includes(key))).toEqual([])
  const lacks = keys.fr.filter((key) => !keys.zgh.includes(key))
  expect(keys.zgh.length).toBeGreaterThan(0)
  void annotate(`zgh.json lacks ${lacks.length} of ${keys.fr.length} texts: ${lacks.join(', ')}`)
})

const sources = filesUnder(['app'])
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

test('every text that the program asks for is there', () => {
  const asked = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\bt\(\s*(['"])([a-z][\w.]*)\1/gi)].map((call) => ({ file, key: call[2]! })),
  )
  const missing = asked
    .filter(({ key }) => !keys.fr.includes(key))
    .map(({ file, key }) => `${file}: ${key}`)
  expect(asked.length).toBeGreaterThan(100)
  expect(missing).toEqual([])
})

test('every text whose name is put together has its beginning', () => {
  const prefixes = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\bt\(\s*`([a-z][\w.]*)\$\{/gi)].map((call) => ({ file, prefix: call[1]! })),
  )
  const missing = prefixes
    .filter(({ prefix }) => !keys.fr.some((key) => key.startsWith(prefix)))
    .map(({ file, prefix }) => `${file}: ${prefix}`)
  expect(missing).toEqual([])
})

test('no text is left that nothing asks for', () => {
  const code = sources.map(({ text }) => text).join('\n')
  const named = new Set([...code.matchAll(/['"`]([\w.]+)['"`]/g)].map(([, name]) => name!))
  // Put together of parts, of which one at least is a word.
  const templates = [...code.matchAll(/`((?:[\w.]|\$\{[^}]*\})+)`/g)].map(([, one]) => one!)
  const shapes = [...new Set(templates.map((one) => one.replace(/\$\{[^}]*\}/g, '*')))]
    .filter((shape) => shape.includes('*') && shape.includes('.') && /\w/.test(shape))
    .map((shape) => new RegExp(`^${shape.replaceAll('.', '\\.').replaceAll('*', '[\\w.]+')}$`))
  const isAsked = (key: string): boolean =>
    named.has(key) || shapes.some((shape) => shape.test(key))
  const left = keys.fr.filter((key) => ![...waysTo(key)].some(isAsked))
  expect(left).toEqual([])
})

// A text as it is asked for: without the ends that its number or its context gives it, or as one of a list.
function* waysTo(key: string) {
  for (let way = key; way.includes('.'); way = way.replace(/[._][a-z0-9]+$/i, '')) yield way
}

test('every confirmation, limit and message of a form that the server names is there', () => {
  const named = sources.flatMap(({ file, text }) => [
    ...[...text.matchAll(/\bflash: '([\w.]+)'/g)].map((hit) => ({ file, key: `flash.${hit[1]}` })),
    ...[...recorded(text).matchAll(/\bverb: '([\w.]+)'/g)].map((hit) => ({
      file,
      key: `audit.${hit[1]}`,
    })),
    ...[...text.matchAll(/'(forms\.\w+|[a-z]+\.errors\.\w+)'/g)].map((hit) => ({
      file,
      key: hit[1]!,
    })),
  ])
  const missing = named
    .filter(({ key }) => !keys.fr.includes(key))
    .map(({ file, key }) => `${file}: ${key}`)
  expect([...new Set(missing)]).toEqual([])
})

function recorded(text: string) {
  return text.includes('audit.server.ts') ? text : ''
}

function countKeys(words: Words): number {
  const below = Object.values(words).map((one) => (typeof one === 'string' ? 0 : countKeys(one)))
  return below.reduce((sum, count) => sum + count, Object.keys(words).length)
}

function flat(all: Words, before = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[before + key, value]]
        : Object.entries(flat(value, `${before}${key}.`)),
    ),
  )
}

// A suffix is a plural's only where its siblings are: `audience.private_other` beside `_one`.
function baseKeys(all: Record<string, string>) {
  return [
    ...new Set(Object.keys(all).map((key) => (isPlural(all, key) ? key.replace(PLURAL, '') : key))),
  ]
}

function isPlural(all: Record<string, string>, key: string) {
  return PLURAL.test(key) && `${key.replace(PLURAL, '')}_other` in all
}

function formsOf(all: Record<string, string>, key: string) {
  return Object.keys(all)
    .filter((one) => PLURAL.test(one) && one.replace(PLURAL, '') === key)
    .map((one) => one.slice(key.length + 1))
    .toSorted()
}

// Some forms say a number in words («مشاركتان», « 1er »), so it is no value to compare.
function valuesOf(all: Record<string, string>, key: string) {
  const texts =
    all[key] !== undefined ? [all[key]] : formsOf(all, key).map((form) => all[`${key}_${form}`]!)
  const values = texts.flatMap((text) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((hit) => hit[1]!))
  return [...new Set(values)]
    .filter((value) => !['count', 'day'].includes(value))
    .toSorted()
    .join()
}

function difference(one: string[], other: string[]) {
  return {
    missing: one.filter((key) => !other.includes(key)),
    extra: other.filter((key) => !one.includes(key)),
  }
}
