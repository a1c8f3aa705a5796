import { placeName } from '#app/domain/collectivities/names.ts'
import type { PracticeView } from '#app/domain/practices/view.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import type { Lang } from '#db/schema.ts'

/** How a practice is named elsewhere, in the forms that programs for references read. */
export const CITATIONS = {
  bibtex: { type: 'application/x-bibtex', extension: 'bib', write: bibtex },
  ris: { type: 'application/x-research-info-systems', extension: 'ris', write: ris },
} as const

type Cited = { id: string; practice: PracticeView; address: string; lang: Lang }

function bibtex({ id, practice, address, lang }: Cited) {
  const { title, licence } = practice
  const translator = practice.translation?.translator?.name
  const fields = {
    title: `{${braced(title)}}`,
    author: authorsOf(practice, lang)
      .map((name) => `{${braced(name)}}`)
      .join(' and '),
    translator: translator ? `{${braced(translator)}}` : '',
    year: dateOf(practice).slice(0, 4),
    date: dateOf(practice),
    publisher: braced(wordsFor(lang)('site.name')),
    url: address,
    langid: practice.lang,
    note: braced(licence ?? ''),
  }
  const lines = Object.entries(fields).filter(([, value]) => value !== '')
  return `@online{multaqa_${id},\n${lines.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`
}

function ris({ id, practice, address, lang }: Cited) {
  const { title, summary, licence, principles, edited_at } = practice
  const translator = practice.translation?.translator?.name
  const t = wordsFor(lang)
  const lines = [
    ['TY', 'ELEC'],
    ['ID', id],
    ['TI', title],
    ...authorsOf(practice, lang).map((name) => ['AU', `${name},`]),
    ['A4', translator ? `${translator},` : ''],
    ['PY', dateOf(practice).slice(0, 4)],
    ['DA', dateOf(practice).replaceAll('-', '/')],
    ['Y2', (edited_at ?? '').slice(0, 10).replaceAll('-', '/')],
    ['AB', summary ?? ''],
    ...principles.map((slug) => ['KW', t(`principles.${slug}`)]),
    ['PB', t('site.name')],
    ['LA', practice.lang],
    ['UR', address],
    ['C1', licence ?? ''],
  ]
  const written = lines
    .filter(([, value]) => value)
    .map(([tag, value]) => `${tag}  - ${oneLine(value!)}`)
  return [...written, 'ER  - ', ''].join('\r\n')
}

// What was taken over from a source names no person: its place stands for them.
function authorsOf({ people, collectivity, place }: PracticeView, lang: Lang) {
  const names = people.map(({ name }) => name)
  const where = collectivity ? placeName(lang, collectivity) : place
  return where ? [...names, where] : names
}

function dateOf({ published_at }: PracticeView) {
  return (published_at ?? '').slice(0, 10)
}

function oneLine(text: string) {
  return text.replace(/\s+/g, ' ').trim()
}

// Signs that TeX takes for its own are said to be letters; braces must be even, so there are none.
function braced(text: string) {
  return oneLine(text)
    .replace(/[{}]/g, '')
    .replace(/\\/g, '/')
    .replace(/[&%$#_]/g, '\\$&')
    .replace(/~/g, '\\string~')
    .replace(/\^/g, '\\string^')
}
