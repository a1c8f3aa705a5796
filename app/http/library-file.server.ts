import { placeName } from '#app/domain/collectivities/names.ts'
import { exportLibrary, type LibraryEntry } from '#app/domain/practices/export.server.ts'
import { db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { csvAnswer, csvLine } from './csv.server.ts'
import { fileOfParts } from './file-of-parts.server.ts'
import { shortAddress } from './share.server.ts'

// The names of the columns are the same in every language: programs read them.
const COLUMNS = ['id', 'address', 'kind', 'language', 'title', 'summary', 'collectivity_code', 'collectivity', 'country', 'stage', 'year', 'principles', 'tags', 'licence', 'source', 'published', 'edited'] as const // prettier-ignore

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
  }
}

function cellOf(value: string | number | null | string[]) {
  return Array.isArray(value) ? value.join(' ') : value
}
