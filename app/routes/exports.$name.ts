import type { LoaderFunctionArgs } from '@remix-run/node'
import { libraryCatalogue } from '#app/http/library-catalogue.server.ts'
import { libraryCsv, libraryJson } from '#app/http/library-file.server.ts'
import { found } from '#app/http/respond.server.ts'
import { LANGS } from '#app/i18n/locales.ts'

const FILES = { csv: libraryCsv, jsonl: libraryJson, jsonld: libraryCatalogue }

/** `/exports/library.fr.csv`, `/exports/library.ar.jsonl`, `….jsonld` (DCAT): what everyone may read of it, whoever asks. */
export function loader({ params: { name = '' } }: LoaderFunctionArgs) {
  const [what, second, form] = name.split('.')
  const lang = found(LANGS.find((one) => one === second))
  const write = new Map(Object.entries(FILES)).get(form ?? '')
  found((what === 'library' && name.split('.').length === 3) || null)
  return found(write)(lang)
}
