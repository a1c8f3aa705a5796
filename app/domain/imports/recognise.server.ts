import { LICENCES, PRACTICE_SECTIONS, TAGS_MAX } from '../practices/practices.limits.ts'
import { foldName } from '../reference/territories.server.ts'
import type { FoundImport, ImportField, ImportWords } from './fields.ts'
import { type FoundNames, placeWays } from './names.server.ts'
import { dayOf, partsOf, yearOf } from './values.ts'

/** What is known around a row: its file, and the words and names that it may use. */
export type Planning = {
  from: Pick<FoundImport, 'columns' | 'mapping' | 'lang' | 'collectivity_code'>
  words: ImportWords
  names: FoundNames
  /** Whether drafts may be made for this collectivity. */
  may: (code: string) => boolean
}

/** What was understood, field by field, and what was not; without an error it is merely kept. */
export type Taken = {
  values: Record<string, string | string[]>
  tagIds: string[]
  kind: 'practice' | 'tool'
  left: { field: ImportField; error: string | null; text: string }[]
}

type Cells = Map<ImportField, string[]>

const LONG = ['summary', ...PRACTICE_SECTIONS] as const
const DAYS = ['started_on', 'ended_on'] as const
const PLAIN = ['title', 'place', 'cost', 'contact', 'duration', 'deliberation', 'website_url', 'publisher', 'source_url'] as const // prettier-ignore
const UNKNOWN = 'practices.import.problems.unknown'
const MANY = 'practices.import.problems.many'

/** Whether a field takes the texts of several columns, one below the other. */
export function isLong(field: ImportField) {
  return (LONG as readonly string[]).includes(field)
}

/** Understands the cells of one row: names, lists, days, words for things that the forum codes. */
export function foundIn(cells: Cells, planning: Planning): Taken {
  const taken: Taken = { values: {}, tagIds: [], kind: 'practice', left: [] }
  for (const field of LONG) {
    const texts = cells.get(field)
    if (texts) taken.values[field] = texts.join('\n\n')
  }
  for (const field of PLAIN) single(taken, cells, field, (text) => text)
  for (const field of DAYS) single(taken, cells, field, dayOf)
  single(taken, cells, 'year', yearOf)
  coded(taken, cells, planning)
  listed(taken, cells, planning)
  placed(taken, cells, planning)
  return taken
}

// A field that takes one value has the first; another column's is kept.
function single(
  taken: Taken,
  cells: Cells,
  field: ImportField,
  read: (text: string) => string | undefined,
) {
  const [text, ...others] = cells.get(field) ?? []
  if (text === undefined) return
  const value = read(text)
  if (value === undefined) taken.left.push({ field, error: UNKNOWN, text })
  else taken.values[field] = value
  for (const other of others) {
    if (other !== text) taken.left.push({ field, error: null, text: other })
  }
}

function coded(taken: Taken, cells: Cells, { words }: Planning) {
  single(taken, cells, 'stage', (text) => words.stage.get(foldName(text)))
  single(taken, cells, 'lang', (text) => words.lang.get(foldName(text)))
  single(taken, cells, 'country', (text) => words.country.get(foldName(text)) ?? isCountry(text))
  single(taken, cells, 'licence', licenceOf)
  single(taken, cells, 'kind', (text) => words.kind.get(foldName(text)))
  const { kind, ...values } = taken.values
  taken.kind = kind === 'tool' ? 'tool' : 'practice'
  taken.values = values
}

function isCountry(text: string) {
  return /^[A-Z]{2}$/.test(text) ? text : undefined
}

function licenceOf(text: string) {
  const plain = foldName(text)
  return LICENCES.find((licence) => foldName(licence) === plain)
}

function listed(taken: Taken, cells: Cells, { words, names }: Planning) {
  const principles = (text: string) => words.principles.get(foldName(text))
  const tags = (text: string) => (names.tags.get(text) ?? names.tags.get(foldName(text)))?.id
  const challenges = (text: string) => names.challenges.get(text)?.id
  taken.values.principles = several(taken, cells, 'principles', principles)
  taken.values.challenges = several(taken, cells, 'challenges', challenges, 50)
  taken.tagIds = several(taken, cells, 'tags', tags, TAGS_MAX)
}

type Find = (text: string) => string | undefined

function several(taken: Taken, cells: Cells, field: ImportField, find: Find, most = 100) {
  const found = (cells.get(field) ?? []).flatMap((text) => eachOf(text, find))
  const unknown = found.filter(({ id }) => id === undefined).map(({ text }) => text)
  const known = [...new Map(found.filter(({ id }) => id !== undefined).map((one) => [one.id, one])).values()] // prettier-ignore
  const over = known.slice(most).map(({ text }) => text)
  for (const [error, texts] of [
    [UNKNOWN, unknown],
    [MANY, over],
  ] as const) {
    if (texts.length) taken.left.push({ field, error, text: texts.join(' ; ') })
  }
  return known.slice(0, most).map(({ id }) => id!)
}

// A name may have the sign in it that parts names elsewhere; programs part them by spaces.
function eachOf(text: string, find: Find): { text: string; id: string | undefined }[] {
  if (find(text)) return [{ text, id: find(text) }]
  return partsOf(text).flatMap((part) => {
    const words = part.split(/\s+/)
    if (find(part) || !words.every(find)) return [{ text: part, id: find(part) }]
    return words.map((word) => ({ text: word, id: find(word) }))
  })
}

// A code and a name of the same place say it once; a place abroad is named, not looked up.
function placed(taken: Taken, cells: Cells, planning: Planning) {
  const typed = cells.get('collectivity') ?? []
  const { from, may } = planning
  const country = taken.values.country
  const abroad = country !== undefined && country !== 'MA'
  const found = typed.map((text) => ({ text, codes: placesNamed(text, planning) }))
  const known = found.find(({ codes }) => codes.length === 1)?.codes[0]
  if (known !== undefined && may(known)) taken.values.collectivity = known
  for (const { text, codes } of found) {
    if (known !== undefined && codes.includes(known)) {
      if (!may(known)) leave(taken, 'practices.import.problems.seat', text)
    } else if (text === taken.values.place) continue
    else if (abroad && !taken.values.place) taken.values.place = text
    else leave(taken, codes.length ? 'practices.import.problems.ambiguous' : UNKNOWN, text)
  }
  if (typed.length || taken.values.place || abroad || !from.collectivity_code) return
  taken.values.collectivity = from.collectivity_code
}

function leave(taken: Taken, error: string, text: string) {
  taken.left.push({ field: 'collectivity', error, text })
}

/** The codes of the places that a name may mean: one, where it is clear. */
function placesNamed(text: string, { from, names, may }: Planning) {
  const byCode = names.places.get(text)?.filter(({ code }) => code === text) ?? []
  if (byCode.length) return byCode.map(({ code }) => code)
  for (const { kind, name } of waysFrom(text, from)) {
    const all = (names.places.get(name) ?? []).filter((place) => !kind || place.kind === kind)
    const whole = all.filter((place) => [place.name_ar, place.name_fr].some((one) => foldName(one) === name)) // prettier-ignore
    const own = (list: typeof all) => list.filter(({ code }) => may(code))
    const fit = [own(whole), whole, own(all), all].find(({ length }) => length === 1)
    if (fit ?? all.length) return (fit ?? all).map(({ code }) => code)
  }
  return []
}

// A column that is called "Commune" says which kind of place is meant.
function waysFrom(text: string, { columns, mapping }: Planning['from']) {
  const ways = placeWays(text)
  const kind = placeWays(`${columns[mapping.indexOf('collectivity')] ?? ''} x`)[0]?.kind
  return kind ? [...ways.slice(0, -1), { kind, name: ways.at(-1)!.name }, ...ways.slice(-1)] : ways
}
