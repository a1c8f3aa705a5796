import { placeName } from '#app/domain/collectivities/names.ts'
import { PRACTICE_SECTIONS } from '#app/domain/practices/practices.limits.ts'
import { exportLibrary, type LibraryEntry } from '#app/domain/practices/export.server.ts'
import { db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { csvAnswer, csvLine } from './csv.server.ts'
import { fileOfParts } from './file-of-parts.server.ts'
import { shortAddress } from './share.server.ts'

// The names of the columns are the same in every language: programs read them.
const COLUMNS = ['id', 'address', 'kind', 'language', 'title', 'summary', 'collectivity_code', 'collectivity', 'country', 'stage', 'year', 'principles', 'tags', 'licence', 'source', 'published', 'edited', 'place', 'challenges', ...PRACTICE_SECTIONS, 'started_on', 'ended_on', 'cost', 'contact', 'duration', 'deliberation', 'website_url', 'publisher'] as const // prettier-ignore

/** The library that everyone may read, for spreadsheets; whoever asks. */
export function libraryCsv(lang: Lang) {
  return csvAnswer(`multaqa-${lang}.csv`, csvParts(lang))
}

async function* csvParts(lang: Lang) {
  yield csvLine([...COLUMNS])
  for await (const entries of exportLibrary(db, null, lang)) {
    yield entries
      .map((entry) => recordOf(entry, lang))
      .map((record) => csvLine(COLUMNS.map((column) => cellOf(record[column]))))
      .join('')
  }
}

/** The same for programs: a record a line (https://jsonlines.org). */
export function libraryJson(lang: Lang) {
  return fileOfParts({ name: `multaqa-${lang}.jsonl`, type: 'application/jsonl' }, jsonParts(lang))
}

async function* jsonParts(lang: Lang) {
  for await (const entries of exportLibrary(db, null, lang)) {
    yield entries.map((entry) => `${JSON.stringify(recordOf(entry, lang))}\n`).join('')
  }
}

function recordOf(entry: LibraryEntry, lang: Lang) {
  const { code, name_ar, name_fr, place } = entry
  const town = code && name_ar && name_fr ? placeName(lang, { name_ar, name_fr }) : place
  return {
    id: entry.id,
    address: shortAddress(entry.id),
    kind: entry.kind,
    language: entry.lang,
    title: entry.title,
    summary: entry.summary,
    collectivity_code: code,
    collectivity: town,
    country: entry.country,
    stage: entry.stage,
    year: entry.year,
    principles: entry.principles,
    tags: entry.tags,
    licence: entry.licence,
    source: entry.source_url,
    published: entry.published_at,
    edited: entry.edited_at,
    place,
    challenges: entry.challenges,
    ...sectionsOf(entry),
    started_on: entry.started_on,
    ended_on: entry.ended_on,
    cost: entry.cost,
    contact: entry.contact,
    duration: entry.duration,
    deliberation: entry.deliberation,
    website_url: entry.website_url,
    publisher: entry.publisher,
  }
}

function sectionsOf({ sections }: LibraryEntry) {
  const all = PRACTICE_SECTIONS.map((name) => [name, sections[name] ?? null])
  return Object.fromEntries(all) as Record<(typeof PRACTICE_SECTIONS)[number], string | null>
}

function cellOf(value: string | number | null | string[]) {
  return Array.isArray(value) ? value.join(' ') : value
}
