import type { LoaderFunctionArgs } from '@remix-run/node'
import { libraryCsv, libraryJson } from '#app/http/library-file.server.ts'
import { found } from '#app/http/respond.server.ts'
import { LANGS } from '#app/i18n/locales.ts'

/** `/exports/library.fr.csv`, `/exports/library.ar.jsonl`: what everyone may read of it, whoever asks. */
export function loader({ params: { name = '' } }: LoaderFunctionArgs) {
  const [what, second, form] = name.split('.')
  const lang = found(LANGS.find((one) => one === second))
  const known = { csv: libraryCsv, jsonl: libraryJson }
  const write = form === 'csv' || form === 'jsonl' ? known[form] : null
  found((what === 'library' && name.split('.').length === 3) || null)
  return found(write)(lang)
}
